/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Direction;
import io.migrations.revision.Step;
import io.migrations.script.HookPoint;
import io.migrations.script.Script;
import io.migrations.sql.Checksum;
import io.migrations.sql.Statement;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One step of a plan in a script for psql, as {@link TransactionalUnit} or {@link NonTransactionalStep} runs it. */
final class OfflineStep {

    private final StringBuilder out;
    private final Step step;
    private final StepScripts scripts;
    private final MigratorSettings settings;
    private final Script script;
    private final String checksum;
    private final OfflineHooks hooks;

    OfflineStep(StringBuilder out, Step step, StepScripts scripts, MigratorSettings settings) {
        this.out = out;
        this.step = step;
        this.scripts = scripts;
        this.settings = settings;
        this.script = scripts.of(step);
        this.checksum = script.checksum();
        this.hooks = new OfflineHooks(scripts.directory().hooks(), settings);
    }

    String id() {
        return step.revision().id();
    }

    boolean isTransactional() {
        return script.transactional();
    }

    /** Whether it copies rows in CSV, as far as the text tells; more rather than less. */
    boolean copiesCsv() {
        return OfflineHooks.copiesCsv(script.statements().stream())
                || hooks.copyCsv(HookPoint.beforeEach(step.direction()), HookPoint.afterEach(step.direction()));
    }

    /** Says what comes next, to whoever reads the script and to whoever runs it. */
    void announce() {
        String title = (step + " " + step.revision().description()).strip();
        String sentence = title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
        out.append("\n-- ")
                .append(PsqlText.oneLine(sentence + " (" + script.file() + ")"))
                .append("\n\\echo ")
                .append(PsqlText.argument(title))
                .append('\n');
    }

    /** Inside a transaction that was begun. */
    void inTransaction() {
        out.append("DO :'require_lock';\n");
        settings();
        hooks.ofStep(out, HookPoint.beforeEach(step.direction()));
        for (Statement statement : script.statements()) {
            PsqlStatement.append(out.append('\n'), statement);
        }
        HookPoint after = HookPoint.afterEach(step.direction());
        if (hooks.has(after)) {
            out.append("\nDO :'restore';\n");
            settings();
            hooks.ofStep(out, after);
        }
        out.append("\nDO :'restore';\n");
        succeeded();
    }

    /** Statement by statement, so recorded that the engine can go on after a stop between any two lines. */
    void outsideTransactions() {
        out.append("-- Outside a transaction: where it stops, the application's own command goes on.\n");
        out.append("DO :'require_lock';\n");
        running(0, null);
        out.append("SET application_name = ")
                .append(OfflineHooks.applicationName(step.toString(), settings))
                .append(";\n");
        HookPoint before = HookPoint.beforeEach(step.direction());
        if (hooks.has(before)) {
            out.append("BEGIN;\n");
            settings();
            hooks.ofStep(out, before);
            out.append("COMMIT;\n");
        }
        List<String> completed = Checksum.ofBeginnings(script.statements());
        for (int i = 0; i < script.statements().size(); i++) {
            statement(script.statements().get(i));
            // The row is the engine's: a role that the script took on may not be allowed to write it.
            out.append("SET LOCAL ROLE :'role';\n");
            running(i + 1, completed.get(i));
            out.append("COMMIT;\n");
        }
        HookPoint after = HookPoint.afterEach(step.direction());
        if (hooks.has(after)) {
            out.append("\nDO :'restore';\nDO :'require_lock';\nBEGIN;\n");
            settings();
            hooks.ofStep(out, after);
            out.append("\nDO :'restore';\nDO :'require_lock';\n");
        } else {
            out.append("\nDO :'restore';\nDO :'require_lock';\nBEGIN;\n");
        }
        succeeded();
        out.append("COMMIT;\n");
    }

    /** Leaves a transaction open: the statement's own, if it can be in one. */
    private void statement(Statement statement) {
        out.append("\nDO :'require_lock';\n");
        if (NonTransactionalStep.refusesTransactions(statement)) {
            PsqlStatement.append(out, statement);
            if (UnfinishedStatement.of(statement) instanceof UnfinishedIndexBuild build) {
                build.invalid().ifPresent(this::requireValid);
            }
            out.append("BEGIN;\n");
        } else {
            out.append("BEGIN;\n");
            settings();
            PsqlStatement.append(out, statement);
        }
    }

    private void requireValid(String query) {
        out.append("SELECT coalesce((SELECT format(:'refusal', format('Index %s is there, but invalid.', name),\n")
                .append("                         'Drop it, and let the application finish this revision.')\n  FROM (")
                .append(query)
                .append(") AS invalid (name)), 'BEGIN END') AS check \\gset\nDO :'check';\n");
    }

    private void settings() {
        OfflineHooks.appendSettings(out, step.toString(), settings);
    }

    private void succeeded() {
        if (step.direction() == Direction.UPGRADE) {
            OfflineRows.applied(out, scripts.scripted(step), scripts.directory().graph());
        } else {
            OfflineRows.notApplied(out, step.revision().id());
        }
        int statements = script.statements().size();
        journal("succeeded", statements, statements == 0 ? null : checksum);
    }

    private void running(int statements, @Nullable String completedChecksum) {
        journal("running", statements, completedChecksum);
    }

    private void journal(String outcome, int statements, @Nullable String completedChecksum) {
        String downgradeChecksum = step.direction() == Direction.DOWNGRADE
                ? null
                : scripts.scripted(step).keptDowngrade().map(DowngradeProof::of).orElse(null);
        OfflineRows.journal(
                out,
                new OfflineRows.Attempt(
                        Recorder.action(step),
                        step.revision(),
                        checksum,
                        outcome,
                        statements,
                        completedChecksum,
                        null,
                        downgradeChecksum));
    }
}
