/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.time.Duration;

/**
 * Is told what a run does while it does it, to show progress, say. Called on the thread of the run, so it should be
 * quick. What it throws is logged and changes nothing: a run does not depend on who watches it.
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

    /** Another session has the migration lock. Called at once, and every ten seconds. */
    default void waitingForLock(LockHolder holder, Duration waiting) {}

    /** Others stood in the way of a step; it was rolled back, and is tried again after a pause. */
    default void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {}
}
