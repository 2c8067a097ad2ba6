/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistoryTables;
import io.migrations.history.Journal;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.revision.DatabaseState;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.Script;
import io.migrations.script.ScriptDirectory;
import io.migrations.script.ScriptedRevision;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the history and sets it against the scripts. */
final class StatusReader {

    private final Environment environment;
    private final ScriptDirectory directory;

    StatusReader(Environment environment) {
        this.environment = environment;
        this.directory = environment.directory();
    }

    MigrationStatus read(Session session) {
        JdbcClient jdbc = session.jdbc();
        Optional<HistoryTables> tables = environment.existingTables(session);
        if (tables.isEmpty()) {
            return status(List.of(), repeatables().none(), List.of(), List.of(), List.of(), false);
        }
        var journal = new Journal(tables.get());
        return status(
                new AppliedSet(tables.get()).read(jdbc),
                repeatables().read(jdbc, tables.get()),
                journal.latest(jdbc),
                journal.latestUpgrades(jdbc),
                journal.latestRun(jdbc),
                MigrationLock.of(tables.get(), environment).holder(jdbc).isPresent());
    }

    private RepeatableStatusReader repeatables() {
        return new RepeatableStatusReader(directory);
    }

    private MigrationStatus status(
            List<AppliedRevision> appliedRevisions,
            List<RepeatableStatus> repeatables,
            List<JournalEntry> latest,
            List<JournalEntry> latestUpgrades,
            List<JournalEntry> latestRun,
            boolean running) {
        Map<String, AppliedRevision> applied = new LinkedHashMap<>();
        appliedRevisions.forEach(revision -> applied.put(revision.id(), revision));
        Map<String, JournalEntry> attempts = byRevision(latest);
        Map<String, JournalEntry> upgrades = byRevision(latestUpgrades);
        RevisionGraph graph = Decision.withUnknown(directory.graph(), appliedRevisions);
        List<RevisionStatus> revisions = new ArrayList<>();
        for (Revision revision : graph.revisions()) {
            revisions.add(status(
                    revision,
                    applied.get(revision.id()),
                    attempts.get(revision.id()),
                    upgrades.get(revision.id()),
                    running));
        }
        DatabaseState state = DatabaseState.of(directory.graph().ids(), applied.keySet());
        List<String> codeHeads =
                directory.graph().heads().stream().map(Revision::id).toList();
        return new MigrationStatus(
                state,
                codeHeads,
                List.copyOf(graph.heads(applied.keySet())),
                revisions,
                repeatables,
                lastRun(latestRun),
                Problems.of(
                        state, codeHeads, revisions, repeatables, attempts, Moved.among(directory, appliedRevisions)));
    }

    private static Map<String, JournalEntry> byRevision(List<JournalEntry> entries) {
        Map<String, JournalEntry> result = new HashMap<>();
        entries.forEach(entry -> result.put(entry.revision(), entry));
        return result;
    }

    private RevisionStatus status(
            Revision revision,
            @Nullable AppliedRevision applied,
            @Nullable JournalEntry attempt,
            @Nullable JournalEntry upgrade,
            boolean running) {
        ScriptedRevision script = directory.find(revision.id()).orElse(null);
        RevisionState state = state(script, applied, attempt, running);
        LocalDate createDate = script == null ? null : script.createDate();
        if (applied == null) {
            Script pending = Objects.requireNonNull(script).upgrade();
            return new RevisionStatus(
                    revision,
                    state,
                    script.kind(),
                    pending.transactional(),
                    script.isReversible(),
                    pending.checksum(),
                    createDate,
                    null,
                    null,
                    null,
                    attempt != null && (state == RevisionState.FAILED || state == RevisionState.INTERRUPTED)
                            ? Remedy.of(attempt, pending)
                            : null);
        }
        return new RevisionStatus(
                revision,
                state,
                applied.kind(),
                applied.transactional(),
                script == null ? applied.reversible() : script.isReversible(),
                applied.checksum(),
                createDate,
                applied.appliedAt(),
                upgrade == null ? null : upgrade.actor().databaseUser(),
                upgrade == null ? null : duration(upgrade),
                null);
    }

    private static RevisionState state(
            @Nullable ScriptedRevision script,
            @Nullable AppliedRevision applied,
            @Nullable JournalEntry attempt,
            boolean running) {
        if (applied != null) {
            if (script == null) {
                return RevisionState.UNKNOWN;
            }
            return script.upgrade().checksum().equals(applied.checksum())
                    ? RevisionState.APPLIED
                    : RevisionState.MODIFIED;
        }
        if (attempt == null) {
            return RevisionState.PENDING;
        }
        return switch (attempt.outcome()) {
            case SUCCEEDED -> RevisionState.PENDING;
            case FAILED -> RevisionState.FAILED;
            case INTERRUPTED -> RevisionState.INTERRUPTED;
            case RUNNING -> running ? RevisionState.RUNNING : RevisionState.INTERRUPTED;
        };
    }

    private static @Nullable Duration duration(JournalEntry entry) {
        return entry.finishedAt() == null ? null : Duration.between(entry.startedAt(), entry.finishedAt());
    }

    private static @Nullable LastRun lastRun(List<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return null;
        }
        JournalEntry first = entries.get(0);
        JournalEntry last = entries.get(entries.size() - 1);
        return new LastRun(
                last.isRepeatable() ? "upgrade" : last.action(),
                last.outcome(),
                first.startedAt(),
                last.finishedAt(),
                entries.stream()
                        .filter(entry -> entry.outcome() == Outcome.SUCCEEDED && !entry.isRepeatable())
                        .map(JournalEntry::revision)
                        .toList(),
                last.actor(),
                last.failure() == null || last.outcome() == Outcome.SUCCEEDED
                        ? null
                        : last.failure().message());
    }
}
