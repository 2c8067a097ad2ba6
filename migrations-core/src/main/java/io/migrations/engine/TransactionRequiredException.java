/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Revisions or hooks that cannot run in a transaction, where the settings need one; found before the first statement. */
public final class TransactionRequiredException extends MigrationException {

    /** A setting that needs a transaction. */
    public enum Need {
        /** The lock is taken inside each transaction, because the server session may be another one after it. */
        LOCK_MODE_TRANSACTION(
                "the lock mode 'transaction'", "Run them over a direct connection with the lock mode 'session'."),
        /** All of a run is committed together. */
        TRANSACTION_PER_RUN("one transaction per run", "Run them with a transaction per revision.");

        private final String setting;
        private final String remedy;

        Need(String setting, String remedy) {
            this.setting = setting;
            this.remedy = remedy;
        }
    }

    private final List<String> revisions;
    private final boolean hooks;
    private final Set<Need> needs;

    TransactionRequiredException(List<String> revisions, Set<Need> needs) {
        this(false, revisions, needs);
    }

    private TransactionRequiredException(boolean hooks, List<String> names, Set<Need> needs) {
        super("%s ['%s'] cannot run in a transaction, which %s needs. %s"
                .formatted(
                        hooks ? "Hooks" : "Revisions",
                        String.join("', '", names),
                        needs.stream().map(need -> need.setting).collect(Collectors.joining(" as well as ")),
                        needs.stream().map(need -> need.remedy).collect(Collectors.joining(" "))));
        this.revisions = List.copyOf(names);
        this.hooks = hooks;
        this.needs = Set.copyOf(needs);
    }

    /** The same for hooks, by their files. */
    static TransactionRequiredException ofHooks(List<String> files, Set<Need> needs) {
        return new TransactionRequiredException(true, files, needs);
    }

    /** The settings that have to change. */
    public Set<Need> needs() {
        return needs;
    }

    /** Whether it is about hooks. */
    public boolean isOfHooks() {
        return hooks;
    }

    /** The revisions by their ids, or the hooks by their files. */
    public List<String> revisions() {
        return revisions;
    }
}
