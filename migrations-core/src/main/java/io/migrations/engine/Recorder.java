/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Actor;
import io.migrations.history.AppliedSet;
import io.migrations.history.Failure;
import io.migrations.history.HistoryTables;
import io.migrations.history.Journal;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.revision.Direction;
import io.migrations.revision.Step;
import io.migrations.script.Hook;
import io.migrations.script.Hooks;
import io.migrations.script.Script;
import io.migrations.script.ScriptedRevision;
import io.migrations.sql.Checksum;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what a run does into the history: the applied set, and a journal row for every attempt. */
final class Recorder {

    private final StepScripts scripts;
    private final AppliedSet appliedSet;
    private final Journal journal;
    private final Actor actor;
    private final Clock clock;
    private final UUID run = UUID.randomUUID();

    Recorder(StepScripts scripts, HistoryTables resolved, Actor actor, Clock clock) {
        this.scripts = scripts;
        this.appliedSet = new AppliedSet(resolved);
        this.journal = new Journal(resolved);
        this.actor = actor;
        this.clock = clock;
    }

    /** An attempt at a step, from its beginning to its last row. */
    final class Attempt {

        private final UUID id = UUID.randomUUID();
        private final Step step;
        private final Instant startedAt = clock.instant();
        private final long lockWaitMillis;
        private int kept;
        private boolean doubtful;

        private Attempt(Step step, Duration lockWait) {
            this.step = step;
            this.lockWaitMillis = lockWait.toMillis();
        }

        /**
         * Records how many statements have completed. That stands once the row is committed, and is then to be told by
         * {@link #kept(int)}.
         */
        void running(JdbcClient jdbc, int statements) {
            journal.append(jdbc, entry(Outcome.RUNNING, null, statements, null));
        }

        void kept(int statements) {
            kept = statements;
            doubtful = false;
        }

        /** Whether the statement after those may have taken effect, or a part of it, without a record. */
        void doubtful(boolean may) {
            doubtful = may;
        }

        /** Whether a next attempt could not tell what the statement that this one ended in has done. */
        boolean isUntold() {
            return doubtful && HalfDone.cannotBeTold(script(), kept);
        }

        /** How many statements were recorded as completed: what the database keeps if the attempt fails. */
        int kept() {
            return kept;
        }

        /** Records the step as done: the applied set and the journal together. */
        void succeeded(JdbcClient jdbc) {
            Instant now = clock.instant();
            if (step.direction() == Direction.UPGRADE) {
                ScriptedRevision scripted = scripts.scripted(step);
                appliedSet.add(
                        jdbc,
                        RecordedRevision.of(scripted, scripts.directory().graph(), now),
                        RecordedRevision.texts(scripted));
            } else {
                appliedSet.remove(jdbc, step.revision().id());
            }
            journal.append(
                    jdbc, entry(Outcome.SUCCEEDED, now, script().statements().size(), null));
        }

        /** Records a failure, or where the last statement may have taken effect all the same, an interruption. */
        void failed(JdbcClient jdbc, Failure failure) {
            Outcome outcome = doubtful ? Outcome.INTERRUPTED : Outcome.FAILED;
            journal.append(jdbc, entry(outcome, clock.instant(), kept, failure));
        }

        /**
         * Records, in another session that has the migration lock, that the connection broke. Nothing where the end is
         * recorded already, or where others have gone on since.
         */
        void lost(JdbcClient jdbc, Failure failure) {
            String revision = step.revision().id();
            Optional<JournalEntry> latest = journal.latest(jdbc, revision);
            if (latest.filter(entry -> entry.attempt().equals(id)).isPresent()) {
                // What completed is what it says: the answer that would have told this process may be lost.
                latest.filter(entry -> entry.outcome() == Outcome.RUNNING)
                        .ifPresent(running -> interrupted(jdbc, running, failure));
                return;
            }
            boolean applied = appliedSet.read(jdbc).stream()
                    .anyMatch(recorded -> recorded.id().equals(revision));
            if (script().transactional() && applied == (step.direction() == Direction.DOWNGRADE)) {
                journal.append(jdbc, entry(Outcome.FAILED, clock.instant(), 0, failure));
            }
        }

        Step step() {
            return step;
        }

        Instant startedAt() {
            return startedAt;
        }

        Script script() {
            return Recorder.this.script(step);
        }

        private @Nullable String downgradeChecksum() {
            return step.direction() == Direction.DOWNGRADE
                    ? null
                    : scripts.scripted(step)
                            .keptDowngrade()
                            .map(DowngradeProof::of)
                            .orElse(null);
        }

        private JournalEntry entry(
                Outcome outcome, @Nullable Instant finishedAt, int statements, @Nullable Failure failure) {
            return new JournalEntry(
                    run,
                    id,
                    action(step),
                    step.revision().id(),
                    step.revision().description(),
                    script().checksum(),
                    outcome,
                    startedAt,
                    finishedAt,
                    actor,
                    statements,
                    completedChecksum(script(), statements),
                    failure,
                    lockWaitMillis,
                    downgradeChecksum());
        }
    }

    /** Which run this is. */
    UUID run() {
        return run;
    }

    Instant now() {
        return clock.instant();
    }

    Attempt begin(Step step, Duration lockWait) {
        return new Attempt(step, lockWait);
    }

    /** The newest row about the same thing: this action on this revision. */
    Optional<JournalEntry> previous(JdbcClient jdbc, Step step) {
        return journal.latest(jdbc, step.revision().id())
                .filter(entry -> entry.action().equals(action(step)));
    }

    /** Closes an attempt whose process died. */
    void interrupted(JdbcClient jdbc, JournalEntry running) {
        interrupted(jdbc, running, null);
    }

    private void interrupted(JdbcClient jdbc, JournalEntry running, @Nullable Failure failure) {
        journal.append(
                jdbc,
                new JournalEntry(
                        running.run(),
                        running.attempt(),
                        running.action(),
                        running.revision(),
                        running.description(),
                        running.checksum(),
                        Outcome.INTERRUPTED,
                        running.startedAt(),
                        clock.instant(),
                        actor,
                        running.statements(),
                        running.completedChecksum(),
                        failure,
                        running.lockWaitMillis(),
                        running.downgradeChecksum()));
    }

    /** The hooks around the steps. */
    Hooks hooks() {
        return scripts.directory().hooks();
    }

    /** Records that a hook of the run failed. Its row is about no revision, and stands under the name of its file. */
    void hookFailed(JdbcClient jdbc, Hook hook, Instant startedAt, Duration lockWait, Failure failure) {
        Script script = hook.script();
        journal.append(
                jdbc,
                new JournalEntry(
                        run,
                        UUID.randomUUID(),
                        JournalEntry.HOOK,
                        hook.point().fileName(),
                        script.file(),
                        script.checksum(),
                        Outcome.FAILED,
                        startedAt,
                        clock.instant(),
                        actor,
                        0,
                        null,
                        failure,
                        lockWait.toMillis(),
                        null));
    }

    /** Records what the schema is now that the run has done its work. */
    void fingerprint(JdbcClient jdbc, String fingerprint, Instant startedAt, Duration lockWait) {
        journal.append(
                jdbc,
                new JournalEntry(
                        run,
                        UUID.randomUUID(),
                        JournalEntry.FINGERPRINT,
                        "",
                        fingerprint,
                        "",
                        Outcome.SUCCEEDED,
                        startedAt,
                        clock.instant(),
                        actor,
                        0,
                        null,
                        null,
                        lockWait.toMillis(),
                        null));
    }

    /** The newest row of each revision. */
    List<JournalEntry> latest(JdbcClient jdbc) {
        return journal.latest(jdbc);
    }

    /** Whether there is a script of the revision. */
    boolean knows(String revision) {
        return scripts.knows(revision);
    }

    static @Nullable String completedChecksum(Script script, int statements) {
        return statements == 0 ? null : Checksum.of(script.statements().subList(0, statements));
    }

    Script script(Step step) {
        return scripts.of(step);
    }

    /** The script that an attempt of the journal runs, where there is one. */
    Optional<Script> script(JournalEntry entry) {
        return scripts.of(entry.revision(), entry.action());
    }

    static String action(Step step) {
        return step.direction().name().toLowerCase(Locale.ROOT);
    }
}
