/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Those who watch a migrator's runs, told one after the other in the order they came; none spoils it for the next. */
final class Listeners implements MigrationListener {

    private static final Listeners NONE = new Listeners(List.of());

    private final List<MigrationListener> all;

    private Listeners(List<MigrationListener> all) {
        this.all = List.copyOf(all);
    }

    static Listeners none() {
        return NONE;
    }

    Listeners and(MigrationListener listener) {
        List<MigrationListener> more = new ArrayList<>(all);
        more.add(new GuardedListener(listener));
        return new Listeners(more);
    }

    @Override
    public void runStarted(Plan plan) {
        all.forEach(listener -> listener.runStarted(plan));
    }

    @Override
    public void stepStarted(Step step, int index, int total) {
        all.forEach(listener -> listener.stepStarted(step, index, total));
    }

    @Override
    public void stepCompleted(CompletedStep step) {
        all.forEach(listener -> listener.stepCompleted(step));
    }

    @Override
    public void stepFailed(Step step, RuntimeException fault) {
        all.forEach(listener -> listener.stepFailed(step, fault));
    }

    @Override
    public void runCompleted(RunResult result) {
        all.forEach(listener -> listener.runCompleted(result));
    }

    @Override
    public void runFailed(Plan plan, RuntimeException fault) {
        all.forEach(listener -> listener.runFailed(plan, fault));
    }

    @Override
    public void historyChanged() {
        all.forEach(MigrationListener::historyChanged);
    }

    @Override
    public void waitingForLock(LockHolder holder, Duration waiting) {
        all.forEach(listener -> listener.waitingForLock(holder, waiting));
    }

    @Override
    public void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {
        all.forEach(listener -> listener.retrying(step, nextAttempt, maxAttempts, pause));
    }
}
