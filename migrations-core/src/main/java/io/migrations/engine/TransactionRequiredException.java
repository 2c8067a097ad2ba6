/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** Revisions that cannot run in a transaction, where the settings need one; found before the first statement. */
public final class TransactionRequiredException extends MigrationException {

    private final List<String> revisions;

    TransactionRequiredException(List<String> revisions, String setting, String remedy) {
        super("Revisions ['%s'] cannot run in a transaction, which %s needs. %s"
                .formatted(String.join("', '", revisions), setting, remedy));
        this.revisions = List.copyOf(revisions);
    }

    public List<String> revisions() {
        return revisions;
    }
}
