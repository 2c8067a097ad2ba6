/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.TransactionRequiredException.Need;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import io.migrations.script.HookPoint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        if (plan.steps().isEmpty()) {
            return List.of();
        }
        Set<Need> needs = needs();
        List<String> outside = plan.steps().stream()
                .filter(step -> !recorder.script(step).transactional())
                .map(step -> step.revision().id())
                .toList();
        if (!needs.isEmpty()) {
            RunHooks.requireTransactions(recorder.hooks(), HookPoint.before(plan.direction()), needs);
            RunHooks.requireTransactions(recorder.hooks(), HookPoint.after(plan.direction()), needs);
            if (!outside.isEmpty()) {
                throw new TransactionRequiredException(outside, needs);
            }
        }
        return settings.transactionPer() == TransactionPer.REVISION
                ? plan.steps().stream().map(List::of).toList()
                : List.of(plan.steps());
    }

    private Set<Need> needs() {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        if (settings.lockMode() == LockMode.TRANSACTION) {
            needs.add(Need.LOCK_MODE_TRANSACTION);
        }
        if (settings.transactionPer() == TransactionPer.RUN) {
            needs.add(Need.TRANSACTION_PER_RUN);
        }
        return needs;
    }
}
