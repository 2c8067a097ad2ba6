/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistoryTables;
import io.migrations.history.Journal;
import io.migrations.history.JournalEntry;
import io.migrations.history.RevisionTexts;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import io.migrations.script.Script;
import io.migrations.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds the downgrades that a plan needs and only the database has, and proves each: its text has the checksum that its
 * row in the applied set has, and that the journal, whose chain must be whole, has of when it was applied; the journal
 * also has whether it runs in a transaction.
 */
final class KeptDowngrades {

    private final LoadedScripts scripts;
    private final HistoryTables tables;

    KeptDowngrades(LoadedScripts scripts, HistoryTables tables) {
        this.scripts = scripts;
        this.tables = tables;
    }

    /**
     * The texts of a plan's steps that this build does not know, in the order they run.
     *
     * @throws IrreversibleRevisionException where the database keeps none
     * @throws TamperedDowngradeException where one is not proven
     * @throws BrokenJournalException where nothing is
     */
    List<KeptDowngrade> of(JdbcClient jdbc, Plan plan, List<AppliedRevision> applied) {
        List<AppliedRevision> unknown = new ArrayList<>();
        for (Step step : plan.steps()) {
            String id = step.revision().id();
            if (scripts.directory().find(id).isEmpty()) {
                applied.stream().filter(revision -> revision.id().equals(id)).forEach(unknown::add);
            }
        }
        if (unknown.isEmpty()) {
            return List.of();
        }
        requireKept(unknown);
        var journal = new JournalCheck(new Journal(tables).rows(jdbc));
        return unknown.stream().map(revision -> proven(jdbc, revision, journal)).toList();
    }

    /** Such texts, ready to run. */
    static Map<String, Script> parse(LoadedScripts scripts, List<KeptDowngrade> kept) {
        Map<String, Script> parsed = new LinkedHashMap<>();
        kept.forEach(downgrade -> parsed.put(
                downgrade.revision(),
                scripts.parse(downgrade.revision(), downgrade.recorded(), downgrade.transactional())));
        return parsed;
    }

    private static void requireKept(List<AppliedRevision> unknown) {
        List<String> irreversible = unknown.stream()
                .filter(revision -> !revision.reversible())
                .map(AppliedRevision::id)
                .toList();
        if (!irreversible.isEmpty()) {
            throw new IrreversibleRevisionException(
                    irreversible,
                    "have no downgrade: this build has no script of them, and the database keeps none. Downgrade with"
                            + " a build that has one.");
        }
    }

    private KeptDowngrade proven(JdbcClient jdbc, AppliedRevision applied, JournalCheck journal) {
        String text = new AppliedSet(tables)
                .texts(jdbc, applied.id())
                .map(RevisionTexts::downgrade)
                .orElseThrow(PlanChangedException::new);
        if (applied.downgradeChecksum() == null || applied.downgradeTransactional() == null) {
            throw new TamperedDowngradeException(applied.id(), "has no checksum; it may be from before there was one");
        }
        Script script = scripts.parse(applied.id(), text, applied.downgradeTransactional());
        if (!script.checksum().equals(applied.downgradeChecksum())) {
            throw new TamperedDowngradeException(applied.id(), "does not have the checksum that is recorded with it");
        }
        String vouched = journal.applied(applied.id())
                .map(JournalEntry::downgradeChecksum)
                .orElse(null);
        if (!Objects.equals(vouched, DowngradeProof.of(applied))) {
            throw new TamperedDowngradeException(applied.id(), "is not the one that the journal vouches for");
        }
        return new KeptDowngrade(
                applied.id(),
                applied.revision().description(),
                text,
                asItRuns(script),
                script.checksum(),
                script.transactional());
    }

    /** The text of a script with every statement as it is sent to the server, the comments between them included. */
    private static String asItRuns(Script script) {
        var text = new StringBuilder();
        int copied = 0;
        for (Statement statement : script.statements()) {
            int start = statement.offset();
            text.append(script.text(), copied, start).append(statement.text());
            copied = start + statement.written().text().length();
        }
        return text.append(script.text(), copied, script.text().length()).toString();
    }
}
