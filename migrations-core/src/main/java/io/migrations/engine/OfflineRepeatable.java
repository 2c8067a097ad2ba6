/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.JournalEntry;
import io.migrations.history.OfflineJournal;
import io.migrations.script.RepeatableScript;
import io.migrations.script.ScriptDirectory;
import io.migrations.sql.Literals;
import io.migrations.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

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
                .append("\n                      AND checksum IS NOT DISTINCT FROM ")
                .append(Literals.text(script.checksum()))
                .append(") AS changed,\n       EXISTS (SELECT FROM :repeatable WHERE name = ")
                .append(Literals.text(script.name()))
                .append(dropsItself() ? " AND (saved <> '[]' OR objects <> '{}')" : " AND saved <> '[]'")
                .append(") AS left_alone \\gset\n\\if :changed\n\\if :left_alone\n\\echo ")
                .append(PsqlText.argument("repeat " + script.name()
                        + ": left to the application, which gives what is dropped its owner and privileges back. Run"
                        + " 'migrations upgrade' after this script."))
                .append("\n\\else\n\\echo ")
                .append(PsqlText.argument("repeat " + script.name()))
                .append("\nBEGIN;\nDO :'require_lock';\n");
        settings();
        for (Statement statement : script.script().statements()) {
            PsqlStatement.append(out.append('\n'), statement);
        }
        out.append("\nSELECT coalesce(current_schema(), '') AS script_schema \\gset\nDO :'restore';\n");
        record();
        outdate();
        journal();
        out.append("COMMIT;\nDO :'restore';\n\\endif\n\\endif\n");
    }

    /** Whether it may drop by itself what it made before, and with it what the file does not say. */
    private boolean dropsItself() {
        return script.script().statements().stream()
                .anyMatch(statement -> Stream.of("DROP", "DO", "CALL").anyMatch(statement.command()::startsWith)
                        || (statement.command().startsWith("ALTER")
                                && statement.tokens().stream()
                                        .anyMatch(token -> token.is("rename") || token.is("schema"))));
    }

    private void settings() {
        out.append("SET LOCAL lock_timeout = '")
                .append(settings.statementLockTimeout().toMillis())
                .append("ms';\nSET LOCAL standard_conforming_strings = on;\nSET LOCAL application_name = ")
                .append(Literals.text(
                        PsqlText.oneLine(StepSettings.applicationName("repeat " + script.name(), settings))))
                .append(";\n");
    }

    /** What the script made is what this transaction has written of what it names. */
    private void record() {
        out.append("SET LOCAL search_path = pg_catalog, pg_temp;\n")
                .append(
                        "INSERT INTO :repeatable AS recorded (name, checksum, objects, saved, applied_at, text)\nSELECT ")
                .append(Literals.text(script.name()))
                .append(", ")
                .append(Literals.text(script.checksum()))
                .append(",\n       ARRAY(");
        out.append(written())
                .append("),\n       '[]', clock_timestamp(),\n")
                .append(Literals.verbatim(script.script().text(), "script"))
                .append(
                        "\nON CONFLICT (name) DO UPDATE SET checksum = excluded.checksum, objects = excluded.objects,\n")
                .append("  saved = excluded.saved, applied_at = excluded.applied_at, text = excluded.text;\n")
                .append("DO :'restore';\n");
    }

    /** A grant on all routines writes those of other arguments, too; what another script recorded is not this one's. */
    private String written() {
        return """
                SELECT format('%%I.%%I', n.nspname, c.relname)
                         FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         JOIN %s ON created.name = c.relname
                          AND coalesce(nullif(created.schema, ''), :'script_schema') = n.nspname
                        WHERE c.relkind IN ('v', 'm') AND c.xmin::text = pg_current_xact_id()::xid::text
                        UNION
                       SELECT routine.identity
                         FROM (SELECT format('%%I.%%I(%%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)) AS identity
                                 FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
                                 JOIN %s ON created.name = p.proname
                                  AND coalesce(nullif(created.schema, ''), :'script_schema') = n.nspname
                                WHERE p.xmin::text = pg_current_xact_id()::xid::text) AS routine
                        WHERE NOT EXISTS (SELECT FROM :repeatable AS other
                                           WHERE other.name <> %s AND routine.identity = ANY (other.objects))""".formatted(created(false), created(true), Literals.text(script.name()));
    }

    private String created(boolean routines) {
        List<CreatedName> names = CreatedName.in(script.script()).stream()
                .filter(name -> name.routine() == routines)
                .toList();
        return "unnest(%s, %s) AS created (schema, name)"
                .formatted(
                        Literals.array(names.stream()
                                .map(name -> Objects.requireNonNullElse(name.schema(), ""))
                                .toList()),
                        Literals.array(names.stream().map(CreatedName::name).toList()));
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
