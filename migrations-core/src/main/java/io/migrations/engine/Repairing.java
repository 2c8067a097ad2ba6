/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistoryTables;
import io.migrations.history.Journal;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.script.ScriptedRevision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the history right where a person has seen what is wrong with it. Touches nothing but the history's tables. */
final class Repairing {

    private final Environment environment;
    private final List<String> revisions;

    /**
     * A repair of some revisions.
     *
     * @param revisions their ids; none means all
     */
    Repairing(Environment environment, List<String> revisions) {
        this.environment = environment;
        this.revisions = List.copyOf(revisions);
    }

    /** What can be repaired now. Attempts under way are left alone. */
    Repair plan(Session session) {
        JdbcClient jdbc = session.jdbc();
        Optional<HistoryTables> tables = environment.existingTables(session);
        return tables.map(resolved -> {
                    boolean running =
                            MigrationLock.of(resolved, environment).holder(jdbc).isPresent();
                    return plan(jdbc, resolved, running);
                })
                .orElse(Repair.none(revisions));
    }

    /**
     * Does what was shown, in one transaction.
     *
     * @param as what half-done revisions count as; may be missing where there are none
     * @throws PlanChangedException where the database is not as it was shown
     * @throws InterruptedRevisionException for a half-done revision without a decision
     */
    Repair execute(LockedHistory history, Repair shown, @Nullable RepairAs as) {
        return history.inTransaction(() -> {
            JdbcClient jdbc = history.jdbc();
            if (!plan(jdbc, history.tables(), false).equals(shown)) {
                throw new PlanChangedException();
            }
            // Before anything is written: what is accepted becomes the newest row of its revision.
            List<JournalEntry> interrupted = latest(history, shown.interrupted());
            List<JournalEntry> halfDone = latest(history, shown.halfDone());
            var correction = new Correction(history, environment, "repair");
            accept(shown.edited(), correction, history);
            Recorder recorder = history.recorder(StepScripts.of(environment.directory()));
            interrupted.forEach(entry -> recorder.interrupted(jdbc, entry));
            // Read again: what was accepted stands in the rows now.
            List<AppliedRevision> applied = history.appliedSet().read(jdbc);
            for (JournalEntry entry : halfDone) {
                close(correction, entry, find(applied, entry.revision()).orElse(null), as);
            }
            return shown;
        });
    }

    private void accept(List<EditedRevision> edited, Correction correction, LockedHistory history) {
        List<AppliedRevision> applied = history.appliedSet().read(history.jdbc());
        for (EditedRevision revision : edited) {
            correction.replace(
                    find(applied, revision.revision()).orElseThrow(),
                    environment.directory().find(revision.revision()).orElseThrow(),
                    "Accepted what the script says now; nothing was run.");
        }
    }

    private static List<JournalEntry> latest(LockedHistory history, List<UnfinishedAttempt> attempts) {
        return attempts.stream()
                .map(attempt -> history.journal()
                        .latest(history.jdbc(), attempt.revision())
                        .orElseThrow())
                .toList();
    }

    private Repair plan(JdbcClient jdbc, HistoryTables tables, boolean running) {
        var appliedSet = new AppliedSet(tables);
        StepScripts scripts = StepScripts.of(environment.directory());
        List<EditedRevision> edited = appliedSet.read(jdbc).stream()
                .filter(recorded -> isAskedFor(recorded.id()))
                .flatMap(recorded -> Differences.between(
                        recorded,
                        () -> appliedSet.texts(jdbc, recorded.id()).orElseThrow(PlanChangedException::new),
                        environment.directory())
                        .stream())
                .toList();
        List<JournalEntry> unfinished = new Journal(tables)
                .latest(jdbc).stream()
                        .filter(entry -> isAskedFor(entry.revision()))
                        .filter(entry -> isHalfDone(entry, scripts) || entry.outcome() == Outcome.RUNNING)
                        .filter(entry -> !running || entry.outcome() != Outcome.RUNNING)
                        .toList();
        return new Repair(
                revisions,
                edited,
                unfinished.stream()
                        .filter(entry -> !isHalfDone(entry, scripts))
                        .map(entry -> UnfinishedAttempt.of(entry, scripts.of(entry.revision(), entry.action())))
                        .toList(),
                unfinished.stream()
                        .filter(entry -> isHalfDone(entry, scripts))
                        .map(entry -> UnfinishedAttempt.of(entry, scripts.of(entry.revision(), entry.action())))
                        .toList());
    }

    /** The journal row comes last, so that it is the newest and the revision is half done no more. */
    private void close(
            Correction correction, JournalEntry entry, @Nullable AppliedRevision applied, @Nullable RepairAs as) {
        if (as == null) {
            throw HalfDone.refusal(entry, InterruptedRevisionException.Reason.UNFINISHED);
        }
        String message = "The %s stopped after %d of its statements; counts as %s by decision."
                .formatted(entry.action(), entry.statements(), as == RepairAs.APPLIED ? "applied" : "pending");
        if (as == RepairAs.PENDING) {
            if (applied == null) {
                correction.notApplied(entry.revision(), entry.description(), message);
            } else {
                correction.remove(applied, message);
            }
        } else if (applied != null) {
            correction.confirm(applied, message);
        } else {
            ScriptedRevision script = environment
                    .directory()
                    .find(entry.revision())
                    .orElseThrow(() -> new UnknownHalfDoneException(entry.revision()));
            correction.add(script, message);
        }
    }

    private static boolean isHalfDone(JournalEntry entry, StepScripts scripts) {
        return HalfDone.isHalfDone(entry, scripts.of(entry.revision(), entry.action()));
    }

    private boolean isAskedFor(String revision) {
        return revisions.isEmpty() || revisions.contains(revision);
    }

    private static Optional<AppliedRevision> find(List<AppliedRevision> applied, String revision) {
        return applied.stream()
                .filter(candidate -> candidate.id().equals(revision))
                .findFirst();
    }
}
