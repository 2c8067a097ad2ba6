/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.revision.DatabaseState;
import io.migrations.revision.Plan;
import io.migrations.revision.RevisionGraph;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a run did. Nothing to do is a result too.
 *
 * @param plan what was decided, under the lock where there was something to do
 * @param steps what was done, in order
 * @param repeatables the repeatable scripts that ran, in order
 * @param state how the database stands to this build's revisions now
 * @param unknown what is applied and in none of this build's scripts
 * @param lockWait how long the run waited for the migration lock
 * @param duration how long all of it took
 */
public record RunResult(
        Plan plan,
        List<CompletedStep> steps,
        List<CompletedRepeatable> repeatables,
        DatabaseState state,
        List<String> unknown,
        Duration lockWait,
        Duration duration) {

    public RunResult {
        steps = List.copyOf(steps);
        repeatables = List.copyOf(repeatables);
        unknown = List.copyOf(unknown);
    }

    /** The same, where waiting for it counts. */
    RunResult tookSince(Instant start) {
        return new RunResult(
                plan, steps, repeatables, state, unknown, lockWait, Duration.between(start, Instant.now()));
    }

    static RunResult of(
            RevisionGraph graph,
            Plan plan,
            List<CompletedStep> steps,
            List<CompletedRepeatable> repeatables,
            List<AppliedRevision> applied,
            Duration lockWait,
            long startNanos) {
        List<String> ids = applied.stream().map(AppliedRevision::id).toList();
        return new RunResult(
                plan,
                steps,
                repeatables,
                DatabaseState.of(graph.ids(), Set.copyOf(ids)),
                ids.stream().filter(id -> !graph.contains(id)).toList(),
                lockWait,
                Duration.ofNanos(System.nanoTime() - startNanos));
    }
}
