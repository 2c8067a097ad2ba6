/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Hook;
import io.migrations.script.HookPoint;
import io.migrations.script.Hooks;
import io.migrations.sql.Literals;
import io.migrations.sql.Statement;
import java.util.Locale;
import java.util.stream.Stream;

/** The hooks in a script for psql, where {@link HookRunner} and {@link RunHooks} run them. */
final class OfflineHooks {

    private final Hooks hooks;
    private final MigratorSettings settings;

    OfflineHooks(Hooks hooks, MigratorSettings settings) {
        this.hooks = hooks;
        this.settings = settings;
    }

    boolean has(HookPoint point) {
        return !hooks.at(point).isEmpty();
    }

    /** Whether one of these copies rows in CSV, as far as the text tells; more rather than less. */
    boolean copyCsv(HookPoint... points) {
        return Stream.of(points)
                .flatMap(point -> hooks.at(point).stream())
                .anyMatch(hook -> copiesCsv(hook.script().statements().stream()));
    }

    static boolean copiesCsv(Stream<Statement> statements) {
        return statements.anyMatch(statement -> statement.copyData() != null
                && statement.text().toLowerCase(Locale.ROOT).contains("csv"));
    }

    /** Hooks of the run, each in a transaction of its own, or statement by statement. */
    void ofRun(StringBuilder out, HookPoint point) {
        for (Hook hook : hooks.at(point)) {
            announce(out, hook);
            if (hook.script().transactional()) {
                out.append("BEGIN;\n");
                settings(out, point.fileName());
                statements(out, hook);
                out.append("\nDO :'restore';\nCOMMIT;\n");
            } else {
                statementByStatement(out, hook);
                out.append("\nDO :'restore';\n");
            }
        }
    }

    /** Hooks of the run in the one transaction that all of it has, which is begun. */
    void ofRunInTransaction(StringBuilder out, HookPoint point) {
        for (Hook hook : hooks.at(point)) {
            announce(out, hook);
            settings(out, point.fileName());
            statements(out, hook);
            out.append("\nDO :'restore';\n");
        }
    }

    /** Hooks of a step, in its transaction. */
    void ofStep(StringBuilder out, HookPoint point) {
        for (Hook hook : hooks.at(point)) {
            out.append("\n-- Hook ")
                    .append(PsqlText.oneLine(hook.script().file()))
                    .append('\n');
            statements(out, hook);
        }
    }

    private void statementByStatement(StringBuilder out, Hook hook) {
        for (Statement statement : hook.script().statements()) {
            out.append("\nDO :'require_lock';\n");
            if (NonTransactionalStep.refusesTransactions(statement)) {
                PsqlStatement.append(out, statement);
            } else {
                out.append("BEGIN;\n");
                settings(out, hook.point().fileName());
                PsqlStatement.append(out, statement);
                out.append("COMMIT;\n");
            }
        }
    }

    private static void statements(StringBuilder out, Hook hook) {
        for (Statement statement : hook.script().statements()) {
            PsqlStatement.append(out.append('\n'), statement);
        }
    }

    private static void announce(StringBuilder out, Hook hook) {
        String file = PsqlText.oneLine(hook.script().file());
        out.append("\n-- Hook ")
                .append(file)
                .append("\n\\echo ")
                .append(PsqlText.argument("hook " + file))
                .append('\n');
    }

    private void settings(StringBuilder out, String name) {
        out.append("DO :'require_lock';\n");
        appendSettings(out, name, settings);
    }

    /** What holds until the transaction ends; see {@link StepSettings}. */
    static void appendSettings(StringBuilder out, String name, MigratorSettings settings) {
        out.append("SET LOCAL lock_timeout = '")
                .append(settings.statementLockTimeout().toMillis())
                .append("ms';\nSET LOCAL standard_conforming_strings = on;\nSET LOCAL application_name = ")
                .append(applicationName(name, settings))
                .append(";\n");
    }

    static String applicationName(String name, MigratorSettings settings) {
        return Literals.text(PsqlText.oneLine(StepSettings.applicationName(name, settings)));
    }
}
