/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import io.migrations.comparison.VerificationFinding.Kind;
import io.migrations.engine.Migrator;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Step;
import io.migrations.schema.ObjectKey;
import io.migrations.schema.Snapshot;
import io.migrations.schema.SnapshotComparison;
import io.migrations.script.ScriptDirectory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Takes a scratch database through every revision: up, down, and up again. For one use. */
final class RoundTrips {

    private final Migrator whole;
    private final Migrator migrator;
    private final ScratchDatabase database;
    private final SeedRows seeds;
    private final boolean strict;
    private final TextLikeness likeness;
    private final @Nullable String role;
    private final List<String> done = new ArrayList<>();
    private final List<String> irreversible = new ArrayList<>();
    private final List<VerificationFinding> findings = new ArrayList<>();
    private final Map<String, Map<ObjectKey, List<String>>> columnsBefore = new LinkedHashMap<>();
    private final Set<String> failed = new HashSet<>();
    private @Nullable Snapshot now;

    RoundTrips(Migrator application, ScratchDatabase database, SeedRows seeds, boolean strict, TextLikeness likeness) {
        this.whole = application.on(database.dataSource(), scripts -> scripts);
        // Repeatable scripts belong to the whole of the revisions, and have no way back.
        this.migrator = application.on(database.dataSource(), ScriptDirectory::withoutRepeatables);
        this.database = database;
        this.seeds = seeds;
        this.strict = strict;
        this.likeness = likeness;
        this.role = application.settings().role();
    }

    /**
     * Tries revisions.
     *
     * @param start what is applied before, and not tried itself
     */
    Verification run(List<String> start, List<String> targets) {
        Rebuild.createHistory(migrator);
        Map<String, Revision> before = start.isEmpty() ? Map.of() : planned(start);
        Map<String, Revision> tried = planned(targets);
        tried.keySet().removeAll(before.keySet());
        before.values().forEach(revision -> unlessInVain(revision, this::prepare));
        tried.values().forEach(revision -> unlessInVain(revision, this::verify));
        repeatables();
        Set<String> applied = new HashSet<>(before.keySet());
        applied.addAll(tried.keySet());
        findings.addAll(seeds.left(applied));
        if (!seeds.isEmpty()) {
            allTheWayDown();
        }
        return new Verification(List.copyOf(tried.keySet()), irreversible, findings);
    }

    private Map<String, Revision> planned(List<String> targets) {
        Map<String, Revision> planned = new LinkedHashMap<>();
        for (Step step : migrator.planUpgrade(targets).steps()) {
            planned.put(step.revision().id(), step.revision());
        }
        return planned;
    }

    private void unlessInVain(Revision revision, Consumer<Revision> work) {
        RevisionGraph graph = migrator.scripts().graph();
        if (graph.predecessors(revision).stream().anyMatch(failed::contains)) {
            failed.add(revision.id());
            find(revision.id(), Kind.NOT_TRIED, "Revision '%s' was not tried: it stands on one that failed.", "");
        } else {
            work.accept(revision);
        }
    }

    private void prepare(Revision revision) {
        String id = revision.id();
        if (upgrade(id)) {
            done.add(id);
            findings.addAll(seeds.insert(database.dataSource(), id, role));
        }
    }

    private void verify(Revision revision) {
        String id = revision.id();
        Snapshot before = snapshot();
        Map<ObjectKey, List<String>> columns = TableRows.columns(before);
        columnsBefore.put(id, columns);
        TableRows rows = TableRows.read(database.dataSource(), columns);
        if (!upgrade(id)) {
            return;
        }
        Snapshot up = snapshot();
        if (migrator.scripts().find(id).orElseThrow().isReversible()) {
            roundTrip(id, before, rows, up);
        } else {
            irreversible.add(id);
            if (strict) {
                find(id, Kind.IRREVERSIBLE, "Revision '%s' has no downgrade.", "");
            }
        }
        if (!done.contains(id)) {
            done.add(id);
        }
        findings.addAll(seeds.insert(database.dataSource(), id, role));
    }

    private boolean upgrade(String id) {
        String fault = attempt(() -> migrator.upgrade(id));
        if (fault == null) {
            return true;
        }
        failed.add(id);
        find(id, Kind.UPGRADE_FAILED, "The upgrade of revision '%s' fails.", fault);
        startAgain();
        return false;
    }

    /** Down and up again. Whatever goes wrong, the database then is as after the upgrade. */
    private void roundTrip(String id, Snapshot before, TableRows rows, Snapshot up) {
        String fault = attempt(() -> migrator.undo(id));
        if (fault != null) {
            find(id, Kind.DOWNGRADE_FAILED, "The downgrade of revision '%s' fails.", fault);
            startAgainWith(id);
            return;
        }
        Snapshot down = snapshot();
        SnapshotComparison difference = compared(before, down);
        if (!difference.isEmpty()) {
            find(
                    id,
                    Kind.NOT_RESTORED,
                    "The downgrade of revision '%s' does not restore what was there:",
                    text(difference));
        }
        Map<ObjectKey, List<String>> columns = TableRows.columns(down);
        String changed = columns.equals(columnsBefore.get(id))
                ? rows.differences(TableRows.read(database.dataSource(), columns))
                : "";
        if (!changed.isEmpty()) {
            find(id, Kind.ROWS_CHANGED, "After the downgrade of revision '%s', rows are not what they were:", changed);
        }
        if (!difference.isEmpty() || !changed.isEmpty()) {
            startAgainWith(id);
            return;
        }
        fault = attempt(() -> migrator.upgrade(id));
        if (fault != null) {
            find(id, Kind.SECOND_UPGRADE_FAILED, "The upgrade of revision '%s' fails after its downgrade.", fault);
            startAgainWith(id);
            return;
        }
        difference = compared(up, snapshot());
        if (!difference.isEmpty()) {
            find(
                    id,
                    Kind.SECOND_UPGRADE_DIFFERS,
                    "The upgrade of revision '%s' leaves something else after its downgrade:",
                    text(difference));
            startAgainWith(id);
        }
    }

    /** The repeatable scripts run where exactly the build's revisions are applied, as in any upgrade. */
    private void repeatables() {
        boolean all = Set.copyOf(done).equals(whole.scripts().graph().ids());
        if (all && !whole.scripts().repeatables().isEmpty()) {
            String fault = attempt(() -> whole.upgrade("heads"));
            if (fault != null) {
                find("", Kind.UPGRADE_FAILED, "A repeatable script fails.", fault);
            }
        }
    }

    /** With all rows in all tables: a downgrade may trip over those of its own, or take others with it. */
    private void allTheWayDown() {
        for (int i = done.size() - 1; i >= 0; i--) {
            String id = done.get(i);
            if (!columnsBefore.containsKey(id)
                    || irreversible.contains(id)
                    || findings.stream().anyMatch(finding -> finding.revision().equals(id))) {
                return;
            }
            Map<ObjectKey, List<String>> kept =
                    TableRows.common(Objects.requireNonNull(columnsBefore.get(id)), TableRows.columns(snapshot()));
            TableRows before = TableRows.read(database.dataSource(), kept);
            String fault = attempt(() -> whole.undo(id));
            if (fault != null) {
                find(id, Kind.DOWNGRADE_FAILED, "The downgrade of revision '%s' fails when there are rows.", fault);
                return;
            }
            String changed = before.differences(TableRows.read(database.dataSource(), kept));
            if (!changed.isEmpty()) {
                find(id, Kind.ROWS_CHANGED, "The downgrade of revision '%s' takes rows that could stay:", changed);
            }
        }
    }

    /** Makes the database anew, with a revision that has no sound way back. */
    private void startAgainWith(String id) {
        done.add(id);
        startAgain();
    }

    private void startAgain() {
        now = null;
        database.clear();
        Rebuild.createHistory(migrator);
        for (String id : done) {
            migrator.upgrade(id);
            seeds.repeat(database.dataSource(), id, role);
        }
    }

    private static String text(SnapshotComparison difference) {
        return difference.text("gone", "left behind");
    }

    private SnapshotComparison compared(Snapshot expected, Snapshot actual) {
        return expected.isSame(actual)
                ? SnapshotComparison.of(expected, actual)
                : SnapshotComparison.of(expected, likeness.likened(expected, actual, database.dataSource()));
    }

    private Snapshot snapshot() {
        Snapshot known = now;
        if (known == null) {
            known = migrator.schema().snapshot();
            now = known;
        }
        return known;
    }

    /** What the server said, if it failed. */
    private @Nullable String attempt(Runnable work) {
        now = null;
        try {
            work.run();
            return null;
        } catch (MigrationException | DataAccessException exception) {
            return String.valueOf(exception.getMessage());
        }
    }

    private void find(String id, Kind kind, String sentence, String detail) {
        findings.add(new VerificationFinding(id, kind, sentence.formatted(id), detail));
    }
}
