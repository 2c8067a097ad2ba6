/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.JournalEntry;
import io.migrations.history.OfflineJournal;
import io.migrations.script.RepeatableScript;
import io.migrations.script.ScriptDirectory;
import io.migrations.sql.Literals;
import io.migrations.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * A repeatable script in a script for psql, as {@link RepeatableRun} runs it where it changes nothing that cannot be
 * replaced. psql runs it only where the database records another checksum, and leaves it to the application where that has
 * privileges to give back.
 */
final class OfflineRepeatable {

    private final StringBuilder out;
    private final RepeatableScript script;
    private final ScriptDirectory directory;
    private final MigratorSettings settings;

    OfflineRepeatable(
            StringBuilder out, RepeatableScript script, ScriptDirectory directory, MigratorSettings settings) {
        this.out = out;
        this.script = script;
        this.directory = directory;
        this.settings = settings;
    }

    void append() {
        out.append("\n-- ")
                .append(PsqlText.oneLine("Repeatable script %s (%s), where it has changed"
                        .formatted(script.name(), script.script().file())))
                .append("\nSELECT NOT EXISTS (SELECT FROM :repeatable WHERE name = ")
                .append(Literals.text(script.name()))
                .append("\n                      AND (checksum IS NOT DISTINCT FROM ")
                .append(Literals.text(script.checksum()))
                .append(" OR saved <> '[]')) AS changed \\gset\n\\if :changed\n\\echo ")
                .append(PsqlText.argument("repeat " + script.name()))
                .append("\nBEGIN;\nDO :'require_lock';\n");
        settings();
        for (Statement statement : script.script().statements()) {
            PsqlStatement.append(out.append('\n'), statement);
        }
        out.append("\nDO :'restore';\n");
        record();
        outdate();
        journal();
        out.append("COMMIT;\nDO :'restore';\n\\endif\n");
    }

    private void settings() {
        out.append("SET LOCAL lock_timeout = '")
                .append(settings.statementLockTimeout().toMillis())
                .append("ms';\nSET LOCAL standard_conforming_strings = on;\nSET LOCAL application_name = ")
                .append(Literals.text(
                        PsqlText.oneLine(StepSettings.applicationName("repeat " + script.name(), settings))))
                .append(";\n");
    }

    /** What the script made is what this transaction has written of the names in it. */
    private void record() {
        List<CreatedName> names = script.script().statements().stream()
                .flatMap(statement -> CreatedName.in(statement).stream())
                .toList();
        out.append("SET LOCAL search_path = pg_catalog, pg_temp;\n")
                .append(
                        "INSERT INTO :repeatable AS recorded (name, checksum, objects, saved, applied_at, text)\nSELECT ")
                .append(Literals.text(script.name()))
                .append(", ")
                .append(Literals.text(script.checksum()))
                .append(",\n       ARRAY(");
        out.append(Catalog.writtenNow(literals(names, false), literals(names, true)))
                .append("),\n       '[]', clock_timestamp(),\n")
                .append(Literals.verbatim(script.script().text(), "script"))
                .append(
                        "\nON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, objects = excluded.objects,\n")
                .append("  saved = excluded.saved, applied_at = excluded.applied_at, text = excluded.text;\n")
                .append("DO :'restore';\n");
    }

    private static String literals(List<CreatedName> names, boolean routines) {
        return Literals.array(names.stream()
                .filter(name -> name.routine() == routines)
                .map(CreatedName::name)
                .toList());
    }

    private void outdate() {
        Set<String> dependents = RepeatableDecision.dependents(directory, script.name());
        if (!dependents.isEmpty()) {
            out.append("UPDATE :repeatable SET checksum = NULL WHERE name = ANY (")
                    .append(Literals.array(dependents))
                    .append(");\n");
        }
    }

    private void journal() {
        out.append("WITH attempt (").append(OfflineJournal.ATTEMPT).append(") AS (VALUES (\n  ");
        out.append(String.join(
                        ", ",
                        Literals.text(JournalEntry.REPEAT),
                        Literals.text(script.name()),
                        Literals.text(script.description()),
                        Literals.text(script.checksum()),
                        "'succeeded'",
                        String.valueOf(script.script().statements().size()),
                        Literals.text(script.checksum()),
                        "NULL",
                        "NULL"))
                .append("))\n:append_to_journal;\n");
    }
}
