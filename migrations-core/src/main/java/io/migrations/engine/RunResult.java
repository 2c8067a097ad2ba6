/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.DatabaseState;
import io.migrations.revision.Plan;
import java.time.Duration;
import java.util.List;

/**
 * What a run did. Nothing to do is a result too.
 *
 * @param plan what was decided, under the lock where there was something to do
 * @param steps what was done, in order
 * @param state how the database stands to this build's revisions now
 * @param lockWait how long the run waited for the migration lock
 * @param duration how long all of it took
 */
public record RunResult(
        Plan plan, List<CompletedStep> steps, DatabaseState state, Duration lockWait, Duration duration) {

    public RunResult {
        steps = List.copyOf(steps);
    }
}
