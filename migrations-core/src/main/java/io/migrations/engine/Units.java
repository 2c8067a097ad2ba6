/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import io.migrations.script.HookPoint;
import java.util.List;

/** Divides a plan into what is committed together. */
final class Units {

    static final String ONE_TRANSACTION = "one transaction per run";
    static final String MANY_TRANSACTIONS = "Run them with a transaction per revision.";
    private static final String LOCK_MODE = "the lock mode 'transaction'";
    private static final String DIRECT = "Run them over a direct connection with the lock mode 'session'.";

    private final Recorder recorder;
    private final MigratorSettings settings;

    Units(Recorder recorder, MigratorSettings settings) {
        this.recorder = recorder;
        this.settings = settings;
    }

    /**
     * The steps in groups, each a transaction or one step that has none.
     *
     * @throws TransactionRequiredException where a step has none and the settings need one
     */
    List<List<Step>> of(Plan plan) {
        if (plan.steps().isEmpty()) {
            return List.of();
        }
        requireTransactions(HookPoint.before(plan.direction()));
        requireTransactions(HookPoint.after(plan.direction()));
        List<String> outside = plan.steps().stream()
                .filter(step -> !recorder.script(step).transactional())
                .map(step -> step.revision().id())
                .toList();
        if (!outside.isEmpty() && settings.lockMode() == LockMode.TRANSACTION) {
            throw new TransactionRequiredException(outside, LOCK_MODE, DIRECT);
        }
        if (settings.transactionPer() == TransactionPer.REVISION) {
            return plan.steps().stream().map(List::of).toList();
        }
        if (!outside.isEmpty()) {
            throw new TransactionRequiredException(outside, ONE_TRANSACTION, MANY_TRANSACTIONS);
        }
        return List.of(plan.steps());
    }

    private void requireTransactions(HookPoint point) {
        if (settings.lockMode() == LockMode.TRANSACTION) {
            RunHooks.requireTransactions(recorder.hooks(), point, LOCK_MODE, DIRECT);
        }
        if (settings.transactionPer() == TransactionPer.RUN) {
            RunHooks.requireTransactions(recorder.hooks(), point, ONE_TRANSACTION, MANY_TRANSACTIONS);
        }
    }
}
