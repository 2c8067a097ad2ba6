/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what a listener throws from a run that may be in the middle of a transaction. */
final class GuardedListener implements MigrationListener {

    private static final Logger logger = LoggerFactory.getLogger(GuardedListener.class);

    private final MigrationListener listener;

    GuardedListener(MigrationListener listener) {
        this.listener = listener;
    }

    @Override
    public void runStarted(Plan plan) {
        tell(() -> listener.runStarted(plan));
    }

    @Override
    public void stepStarted(Step step, int index, int total) {
        tell(() -> listener.stepStarted(step, index, total));
    }

    @Override
    public void stepCompleted(CompletedStep step) {
        tell(() -> listener.stepCompleted(step));
    }

    @Override
    public void stepFailed(Step step, RuntimeException fault) {
        tell(() -> listener.stepFailed(step, fault));
    }

    @Override
    public void runCompleted(RunResult result) {
        tell(() -> listener.runCompleted(result));
    }

    @Override
    public void runFailed(Plan plan, RuntimeException fault) {
        tell(() -> listener.runFailed(plan, fault));
    }

    @Override
    public void historyChanged() {
        tell(listener::historyChanged);
    }

    @Override
    public void waitingForLock(LockHolder holder, Duration waiting) {
        tell(() -> listener.waitingForLock(holder, waiting));
    }

    @Override
    public void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {
        tell(() -> listener.retrying(step, nextAttempt, maxAttempts, pause));
    }

    private static void tell(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException exception) {
            logger.warn("A migration listener failed; the run goes on", exception);
        }
    }
}
