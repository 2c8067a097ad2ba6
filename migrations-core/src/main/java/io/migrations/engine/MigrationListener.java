/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.time.Duration;

/**
 * Is told what a run does while it does it, to show progress, say. It decides nothing: what it throws is logged and
 * changes nothing, as a run does not depend on who watches it.
 *
 * <p>A run that finds something to do is told as started, and then once as completed or failed. Between them each step
 * is told as started, and then as completed, as to be tried again, or as failed. With one transaction per run, steps are
 * told as completed once all are committed; those that a later one's failure takes back are told nothing more.
 *
 * <p>Called on the thread of the run. It should be quick, as others may be waiting for the migration lock or for a table,
 * and it should leave the database alone except in {@link #runCompleted} and {@link #runFailed}: before, the run holds its
 * connection, which may be the last one of a pool, and in {@link #stepStarted} it may be in the step's transaction.
 *
 * @see Migrator#withListener
 */
public interface MigrationListener {

    /** A run has the migration lock and has found something to do. */
    default void runStarted(Plan plan) {}

    /**
     * A step begins; a step that is tried again begins again.
     *
     * @param index which of the run's steps, the first being 1
     * @param total how many steps the run has
     */
    default void stepStarted(Step step, int index, int total) {}

    /** A step is done and committed. */
    default void stepCompleted(CompletedStep step) {}

    /**
     * A step failed, or a hook around it, and is not tried again. It was rolled back; of one outside a transaction, what
     * its completed statements did is kept.
     */
    default void stepFailed(Step step, RuntimeException fault) {}

    /** All steps are done, and the hooks after them: the migration lock and the connection are given back. */
    default void runCompleted(RunResult result) {}

    /**
     * A run that had started has failed. The migration lock and the connection are given back.
     *
     * @param plan what it was about to do, of which earlier calls have told what is done
     */
    default void runFailed(Plan plan, RuntimeException fault) {}

    /** A stamp or a repair has changed what the history says; nothing was run. */
    default void historyChanged() {}

    /** Another session has the migration lock. Called at once, and every ten seconds. */
    default void waitingForLock(LockHolder holder, Duration waiting) {}

    /** Others stood in the way of a step; it was rolled back, and is tried again after a pause. */
    default void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {}
}
