/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Actor;
import io.migrations.history.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The newest run in the journal.
 *
 * @param action of its newest attempt: {@code upgrade} or {@code downgrade}, or {@code hook} where a hook of the run failed
 * @param outcome how its newest attempt stands
 * @param startedAt when its first attempt began
 * @param finishedAt when its newest attempt ended; none while it runs
 * @param revisions what it completed, in order
 * @param actor who ran it
 * @param message why it failed, if it did
 */
public record LastRun(
        String action,
        Outcome outcome,
        Instant startedAt,
        @Nullable Instant finishedAt,
        List<String> revisions,
        Actor actor,
        @Nullable String message) {

    public LastRun {
        revisions = List.copyOf(revisions);
    }
}
