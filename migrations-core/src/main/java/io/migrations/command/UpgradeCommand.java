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
            "",
            "JSON: direction, steps, heads, state, unknown, lockWaitMillis, durationMillis;",
            "with --plan as plan"
        })
final class UpgradeCommand extends TargetedCommand {

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            defaultValue = "head",
            converter = TargetText.class,
            description = TARGETS + " Default: ${DEFAULT-VALUE}.")
    private List<String> targets = List.of();

    @Override
    void check() {
        super.check();
        checkTargets(targets);
    }

    @Override
    Report report() {
        Migrator migrator = application().migrator();
        if (isSql()) {
            return script(migrator.upgradeScript(targets));
        }
        if (isPlanOnly()) {
            return PlanReport.of(migrator.planUpgrade(targets));
        }
        try (var progress = new Progress(terminal())) {
            return RunReport.of(migrator.withListener(progress).upgrade(targets));
        }
    }

    @Override
    List<String> notes() {
        return Sources.note(application());
    }
}
