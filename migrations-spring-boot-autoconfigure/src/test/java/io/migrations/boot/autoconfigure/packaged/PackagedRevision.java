/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure.packaged;

import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;

/** No bean: found in its package. */
@RevisionHeader(id = "003")
final class PackagedRevision implements ReversibleRevision {

    @Override
    public void change(ReversibleOperations op) {
        op.renameTable("orders", "trades");
    }
}
