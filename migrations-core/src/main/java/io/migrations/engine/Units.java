/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.util.List;

/** Divides a plan into what is committed together. */
final class Units {

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
        List<String> outside = plan.steps().stream()
                .filter(step -> !recorder.script(step).transactional())
                .map(step -> step.revision().id())
                .toList();
        if (!outside.isEmpty() && settings.lockMode() == LockMode.TRANSACTION) {
            throw new TransactionRequiredException(
                    outside,
                    "the lock mode 'transaction'",
                    "Run them over a direct connection with the lock mode 'session'.");
        }
        if (settings.transactionPer() == TransactionPer.REVISION) {
            return plan.steps().stream().map(List::of).toList();
        }
        if (!outside.isEmpty()) {
            throw new TransactionRequiredException(
                    outside, "one transaction per run", "Run them with a transaction per revision.");
        }
        return plan.isEmpty() ? List.of() : List.of(plan.steps());
    }
}
