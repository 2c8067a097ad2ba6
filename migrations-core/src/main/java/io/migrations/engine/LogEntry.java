/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one revision, or a hook that failed, as the journal has it: a line of the team's migration log.
 *
 * @param date when it began
 * @param revision the revision's id, or the repeatable script's name; of a hook the name of its file
 * @param description the revision's description
 * @param action {@code upgrade}, {@code downgrade}, {@code stamp}, {@code repair}, {@code repeat} for a repeatable
 *     script, or {@code hook} for one that failed
 * @param status how it ended
 * @param applied whether the revision is applied from then on
 * @param appliedBy the database user
 * @param osUser the user of the operating system, or who has asked a running application for it
 * @param host the host of the application
 * @param application the application's name, if it has one
 * @param applicationVersion the application's version, if it has one
 * @param duration how long it took; none where it never ended
 * @param statements how many of its statements took effect
 * @param message why it failed, or what a stamp or repair did
 */
public record LogEntry(
        Instant date,
        String revision,
        String description,
        String action,
        Status status,
        boolean applied,
        String appliedBy,
        String osUser,
        String host,
        @Nullable String application,
        @Nullable String applicationVersion,
        @Nullable Duration duration,
        int statements,
        @Nullable String message) {

    /** How an attempt ended. */
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        /** Its process died. */
        INTERRUPTED
    }

    /**
     * One entry for all rows of an attempt, in the order the attempts began.
     *
     * @param running whether a process is at work: what runs without one has died
     */
    static List<LogEntry> of(List<JournalEntry> rows, boolean running) {
        Map<UUID, JournalEntry> newest = new LinkedHashMap<>();
        rows.stream().filter(row -> !row.isFingerprint()).forEach(row -> newest.put(row.attempt(), row));
        List<LogEntry> entries = new ArrayList<>();
        newest.values().forEach(row -> entries.add(of(row, running)));
        return entries;
    }

    private static LogEntry of(JournalEntry row, boolean running) {
        boolean died = row.outcome() == Outcome.RUNNING && !running;
        return new LogEntry(
                row.startedAt(),
                row.revision(),
                row.description(),
                row.action(),
                died ? Status.INTERRUPTED : Status.valueOf(row.outcome().name()),
                row.recordsApplied(),
                row.actor().databaseUser(),
                row.actor().osUser(),
                row.actor().host(),
                row.actor().application(),
                row.actor().applicationVersion(),
                row.finishedAt() == null ? null : Duration.between(row.startedAt(), row.finishedAt()),
                row.statements(),
                row.failure() == null ? null : row.failure().message());
    }
}
