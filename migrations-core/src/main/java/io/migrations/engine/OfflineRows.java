/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.OfflineJournal;
import io.migrations.history.RevisionTexts;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.script.ScriptedRevision;
import io.migrations.sql.Literals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The history's rows in a script for psql, as {@link Recorder} writes them. */
final class OfflineRows {

    private OfflineRows() {}

    /** Records a revision as applied. */
    static void applied(StringBuilder out, ScriptedRevision scripted, RevisionGraph graph) {
        // When it is applied only the server will know.
        AppliedRevision applied = RecordedRevision.of(scripted, graph, Instant.EPOCH);
        RevisionTexts texts = RecordedRevision.texts(scripted);
        Revision revision = applied.revision();
        out.append("""
                INSERT INTO :applied_set (
                  revision, parents, dependencies, labels, description, kind, checksum, downgrade_checksum,
                  downgrade_transactional, transactional, applied_at, upgrade_text, downgrade_text)
                VALUES (
                """);
        line(
                out,
                Literals.text(revision.id()),
                Literals.array(revision.parents()),
                Literals.array(revision.dependencies()),
                Literals.array(revision.labels()),
                Literals.text(revision.description()),
                Literals.text(applied.kind()));
        line(out, Literals.text(applied.checksum()));
        line(
                out,
                Literals.text(applied.downgradeChecksum()),
                applied.downgradeTransactional() == null ? "NULL" : String.valueOf(applied.downgradeTransactional()),
                String.valueOf(applied.transactional()),
                "clock_timestamp()");
        out.append(Literals.verbatim(texts.upgrade(), "upgrade"))
                .append(",\n")
                .append(Literals.verbatim(texts.downgrade(), "downgrade"))
                .append(");\n");
    }

    /** Takes a revision out of the applied set. */
    static void notApplied(StringBuilder out, String id) {
        out.append("DELETE FROM :applied_set WHERE revision = ")
                .append(Literals.text(id))
                .append(";\n");
    }

    /** Records a revision as applied that was not run. */
    static void stamped(StringBuilder out, ScriptedRevision scripted, RevisionGraph graph) {
        applied(out, scripted, graph);
        String checksum = scripted.upgrade().checksum();
        String downgradeChecksum =
                scripted.keptDowngrade().map(DowngradeProof::of).orElse(null);
        journal(out, stamp(scripted.revision(), checksum, Stamping.APPLIED, downgradeChecksum));
    }

    /** Takes a revision out of the applied set that was not undone. */
    static void unstamped(StringBuilder out, Revision revision) {
        notApplied(out, revision.id());
        journal(out, stamp(revision, "", Stamping.NOT_APPLIED, null));
    }

    private static Attempt stamp(
            Revision revision, String checksum, String message, @Nullable String downgradeChecksum) {
        return new Attempt("stamp", revision, checksum, "succeeded", 0, null, message, downgradeChecksum);
    }

    /** Appends to the journal. */
    static void journal(StringBuilder out, Attempt attempt) {
        out.append("WITH attempt (").append(OfflineJournal.ATTEMPT).append(") AS (VALUES (\n");
        line(
                out,
                Literals.text(attempt.action()),
                Literals.text(attempt.revision().id()),
                Literals.text(attempt.revision().description()));
        line(
                out,
                Literals.text(attempt.checksum()),
                Literals.text(attempt.outcome()),
                String.valueOf(attempt.statements()));
        out.append("  ")
                .append(Literals.text(attempt.completedChecksum()))
                .append(", ")
                .append(Literals.text(attempt.message()))
                .append(", ")
                .append(Literals.text(attempt.downgradeChecksum()))
                .append("))\n:append_to_journal;\n");
    }

    private static void line(StringBuilder out, String... values) {
        out.append("  ").append(String.join(", ", values)).append(",\n");
    }

    /** What of a journal row is known before it is written; see {@link io.migrations.history.JournalEntry}. */
    record Attempt(
            String action,
            Revision revision,
            String checksum,
            String outcome,
            int statements,
            @Nullable String completedChecksum,
            @Nullable String message,
            @Nullable String downgradeChecksum) {}
}
