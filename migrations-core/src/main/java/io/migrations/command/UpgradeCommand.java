/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.Migrator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code upgrade}: applies what is pending for some targets. */
@Command(
        name = "upgrade",
        description = {
            "Applies what is pending for the targets.",
            "",
            "Each revision runs in a transaction of its own. With nothing pending it does nothing."
        },
        footer = {
            "  migrations upgrade",
            "  migrations upgrade +1 --plan",
            "  migrations upgrade billing@head",
            "  migrations upgrade 005:head --sql > upgrade.sql",
            "",
            "JSON: direction, steps, repeatables, heads, state, unknown, lockWaitMillis,",
            "durationMillis; with --plan as plan; with --sql sql"
        })
final class UpgradeCommand extends TargetedCommand {

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            converter = TargetText.class,
            description = TARGETS + " Default: what 'migrations.target' says, head unless set.")
    private List<String> targets = List.of();

    @Override
    void check() {
        super.check();
        checkTargets(targets);
    }

    @Override
    Report report() {
        List<String> wanted = targets.isEmpty() ? application().targets() : targets;
        Migrator migrator = application().migrator();
        if (isSql()) {
            return script(migrator.upgradeScript(wanted));
        }
        if (isPlanOnly()) {
            return PlanReport.upgrade(migrator, wanted);
        }
        try (var progress = new Progress(terminal())) {
            return RunReport.of(migrator.withListener(progress).upgrade(wanted));
        }
    }

    @Override
    List<String> notes() {
        return Sources.note(application());
    }
}
