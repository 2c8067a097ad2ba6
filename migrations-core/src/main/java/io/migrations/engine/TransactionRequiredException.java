/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;

/** Revisions or hooks that cannot run in a transaction, where the settings need one; found before the first statement. */
public final class TransactionRequiredException extends MigrationException {

    private final List<String> revisions;

    TransactionRequiredException(List<String> revisions, String setting, String remedy) {
        this("Revisions", revisions, setting, remedy);
    }

    private TransactionRequiredException(String what, List<String> names, String setting, String remedy) {
        super("%s ['%s'] cannot run in a transaction, which %s needs. %s"
                .formatted(what, String.join("', '", names), setting, remedy));
        this.revisions = List.copyOf(names);
    }

    /** The same for hooks, by their files. */
    static TransactionRequiredException ofHooks(List<String> files, String setting, String remedy) {
        return new TransactionRequiredException("Hooks", files, setting, remedy);
    }

    /** The revisions by their ids, or the hooks by their files. */
    public List<String> revisions() {
        return revisions;
    }
}
