/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.TransactionRequiredException.Need;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Stamp;
import io.migrations.script.HookPoint;
import io.migrations.script.ScriptDirectory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A plan as a script for psql, with everything that the engine would do besides: the migration lock, the history's
 * tables and rows, the settings of each transaction, and a session that is the same before every revision. It asks no
 * database anything, so the script itself refuses one that is not where it starts from.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class OfflineScript {

    private final ScriptDirectory directory;
    private final MigratorSettings settings;
    private final Instant written;

    OfflineScript(ScriptDirectory directory, MigratorSettings settings, Instant written) {
        this.directory = directory;
        this.settings = settings;
        this.written = written.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The script of a plan that begins where all that its heads stand on is applied, and nothing else.
     *
     * @throws IrreversibleRevisionException for a downgrade without a way back
     * @throws TransactionRequiredException where a step has no transaction and the settings need one
     * @throws ConnectionRequiredException where a step is code that works on the database
     */
    String of(Plan plan) {
        String what = plan.direction() == Direction.UPGRADE ? "Upgrade" : "Downgrade";
        String title = title(what, plan.headsBefore(), plan.headsAfter());
        if (plan.isEmpty()) {
            return nothing(title);
        }
        var scripts = StepScripts.of(directory);
        if (plan.direction() == Direction.DOWNGRADE) {
            PlanCheck.requireReversible(plan, scripts);
        }
        requireText(plan, scripts);
        var out = new StringBuilder();
        header(out, title, "Runs " + contents(plan));
        List<OfflineStep> steps = plan.steps().stream()
                .map(step -> new OfflineStep(out, step, scripts, settings))
                .toList();
        var hooks = new OfflineHooks(directory.hooks(), settings);
        HookPoint before = HookPoint.before(plan.direction());
        HookPoint after = HookPoint.after(plan.direction());
        boolean copiesCsv = hooks.copyCsv(before, after) || steps.stream().anyMatch(OfflineStep::copiesCsv);
        new OfflineOpening(settings, copiesCsv, !plan.repeatables().isEmpty())
                .append(out, OfflineStart.of(plan, directory));
        boolean inOneTransaction = settings.transactionPer() == TransactionPer.RUN && !steps.isEmpty();
        if (inOneTransaction) {
            requireTransactions(steps, before, after);
            inOneTransaction(
                    out,
                    steps,
                    () -> hooks.ofRunInTransaction(out, before),
                    () -> hooks.ofRunInTransaction(out, after));
        } else {
            hooks.ofRun(out, before);
            steps.forEach(step -> append(out, step));
        }
        plan.repeatables()
                .forEach(name -> new OfflineRepeatable(
                                out, directory.findRepeatable(name).orElseThrow(), directory, settings)
                        .append());
        if (!inOneTransaction) {
            hooks.ofRun(out, after);
        }
        closing(out, title);
        return out.toString();
    }

    private static void requireText(Plan plan, StepScripts scripts) {
        List<String> withCode = plan.steps().stream()
                .filter(step -> !scripts.of(step).isText())
                .map(step -> step.revision().id())
                .toList();
        if (!withCode.isEmpty()) {
            throw new ConnectionRequiredException(withCode);
        }
    }

    /** The script of a stamp that begins likewise; all of it is committed together. */
    String of(Stamp stamp) {
        String title = title("Stamp", stamp.headsBefore(), stamp.headsAfter());
        if (stamp.isEmpty()) {
            return nothing(title);
        }
        var out = new StringBuilder();
        header(out, title, "Runs nothing; it only changes what is recorded as applied");
        new OfflineOpening(settings, false, false).append(out, OfflineStart.of(stamp, directory));
        out.append("\nBEGIN;\nDO :'require_lock';\n");
        stamp.removed()
                .forEach(id ->
                        OfflineRows.unstamped(out, directory.graph().find(id).orElseThrow()));
        stamp.added()
                .forEach(revision ->
                        OfflineRows.stamped(out, directory.find(revision.id()).orElseThrow(), directory.graph()));
        out.append("COMMIT;\n");
        closing(out, title);
        return out.toString();
    }

    /** The lock mode does not matter here: psql has a session of its own. */
    private void requireTransactions(List<OfflineStep> steps, HookPoint... around) {
        List<String> outside = steps.stream()
                .filter(step -> !step.isTransactional())
                .map(OfflineStep::id)
                .toList();
        if (!outside.isEmpty()) {
            throw new TransactionRequiredException(outside, Set.of(Need.TRANSACTION_PER_RUN));
        }
        for (HookPoint point : around) {
            RunHooks.requireTransactions(directory.hooks(), point, Set.of(Need.TRANSACTION_PER_RUN));
        }
    }

    private static String contents(Plan plan) {
        String revisions =
                plan.steps().stream().map(step -> step.revision().id()).collect(Collectors.joining(", "));
        String repeatables = plan.repeatables().isEmpty()
                ? ""
                : "repeatable scripts %s, where they have changed".formatted(String.join(", ", plan.repeatables()));
        return revisions + (revisions.isEmpty() || repeatables.isEmpty() ? "" : ", and ") + repeatables;
    }

    private static void inOneTransaction(StringBuilder out, List<OfflineStep> steps, Runnable before, Runnable after) {
        out.append("\nBEGIN;\n");
        before.run();
        for (OfflineStep step : steps) {
            step.announce();
            step.inTransaction();
        }
        after.run();
        out.append("COMMIT;\nDO :'restore';\n");
    }

    private static void append(StringBuilder out, OfflineStep step) {
        step.announce();
        if (step.isTransactional()) {
            out.append("BEGIN;\n");
            step.inTransaction();
            out.append("COMMIT;\n");
        } else {
            step.outsideTransactions();
        }
        out.append("DO :'restore';\n");
    }

    private void header(StringBuilder out, String title, String contents) {
        out.append("-- ")
                .append(title)
                .append(".\n-- ")
                .append(PsqlText.oneLine(contents))
                .append(".\n--\n");
        out.append("-- Written by ").append(author()).append(" at ").append(written);
        out.append(" for PostgreSQL 14 and later.\n");
        out.append("""
                -- Nothing of it has run yet. To run it, all of it, on a database:
                --
                --     psql -X -d DATABASE -f THIS_FILE
                --
                -- It takes the migration lock, and changes nothing in a database that does not record exactly the
                -- revisions it starts from. At an error it stops; what was committed before stays, and is recorded.
                """);
    }

    private static String nothing(String title) {
        return "-- %s.\n-- There is nothing to do, and this script does nothing.\n\\echo %s\n"
                .formatted(title, PsqlText.argument(title + ": nothing to do"));
    }

    private static void closing(StringBuilder out, String title) {
        out.append("\nSELECT pg_advisory_unlock(:lock) AS unlocked \\gset\n");
        out.append("\\echo ").append(PsqlText.argument(title + ": done")).append('\n');
    }

    private static String title(String what, Collection<String> before, Collection<String> after) {
        return PsqlText.oneLine("%s from %s to %s".formatted(what, PsqlText.heads(before), PsqlText.heads(after)));
    }

    private String author() {
        String application = settings.application();
        String version = settings.applicationVersion();
        String name = application == null ? "an application without a name" : application;
        return PsqlText.oneLine(version == null ? name : name + " " + version);
    }
}
