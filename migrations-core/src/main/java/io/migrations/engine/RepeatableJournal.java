/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Actor;
import io.migrations.history.Failure;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.script.RepeatableScript;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Appends what becomes of repeatable scripts to the journal. */
final class RepeatableJournal {

    private final LockedHistory history;
    private final Clock clock;
    private final Actor actor;
    private final UUID run;

    /**
     * A journal of one run.
     *
     * @param run the run that the rows belong to
     */
    RepeatableJournal(LockedHistory history, Environment environment, UUID run) {
        this.history = history;
        this.clock = environment.clock();
        this.actor = ThisProcess.actor(history.session().user(), environment.settings());
        this.run = run;
    }

    Instant now() {
        return clock.instant();
    }

    /** Notes a script as done, in the transaction in which it ran. */
    void succeeded(RepeatableScript script, Instant startedAt) {
        int statements = script.script().statements().size();
        append(script, startedAt, Outcome.SUCCEEDED, statements, script.checksum(), null);
    }

    /** Notes a script as failed, which has left nothing behind. */
    void failed(RepeatableScript script, Instant startedAt, Failure failure) {
        append(script, startedAt, Outcome.FAILED, 0, null, failure);
    }

    private void append(
            RepeatableScript script,
            Instant startedAt,
            Outcome outcome,
            int statements,
            @Nullable String completedChecksum,
            @Nullable Failure failure) {
        history.journal()
                .append(
                        history.jdbc(),
                        new JournalEntry(
                                run,
                                UUID.randomUUID(),
                                JournalEntry.REPEAT,
                                script.name(),
                                script.description(),
                                script.checksum(),
                                outcome,
                                startedAt,
                                now(),
                                actor,
                                statements,
                                completedChecksum,
                                failure,
                                history.lock().waited().toMillis(),
                                null));
    }
}
