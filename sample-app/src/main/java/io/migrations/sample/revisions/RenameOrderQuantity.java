/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample.revisions;

import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;

/** The check follows the column by itself, its name does not. The downgrade is derived. */
@RevisionHeader(id = "004", createDate = "2024-10-15")
final class RenameOrderQuantity implements ReversibleRevision {

    @Override
    public void change(ReversibleOperations op) {
        op.renameColumn("orders", "qty", "quantity");
        op.renameConstraint("orders", "orders_qty_check", "orders_quantity_check");
    }
}
