/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** Revisions of a downgrade that have no way back; found before its first statement. */
public final class IrreversibleRevisionException extends MigrationException {

    private final List<String> revisions;

    IrreversibleRevisionException(List<String> revisions, String why) {
        super("Nothing was downgraded: revisions ['%s'] %s".formatted(String.join("', '", revisions), why));
        this.revisions = List.copyOf(revisions);
    }

    public List<String> revisions() {
        return revisions;
    }
}
