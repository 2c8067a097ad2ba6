/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code plan}: shows what an upgrade or a downgrade would do. */
@Command(
        name = "plan",
        description = "Shows what an upgrade or a downgrade would do.",
        footer = {
            "  migrations plan",
            "  migrations plan --downgrade -1",
            "",
            "JSON: direction, steps, repeatables, headsBefore, headsAfter, and unknown; with",
            "--downgrade fromDatabase, losses instead of unknown"
        })
final class PlanCommand extends Subcommand {

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            converter = TargetText.class,
            description = TargetedCommand.TARGETS + " Default: what 'migrations.target' says, head unless set.")
    private List<String> targets = List.of();

    @Option(names = "--downgrade", description = "Show a downgrade to the target, and what it would lose.")
    private boolean downgrade;

    @SuppressWarnings("NullAway.Init")
    private CommandSpec specification;

    @Override
    void check() {
        if (downgrade && targets.size() != 1) {
            throw new ParameterException(specification.commandLine(), "A downgrade has one target");
        }
    }

    @Override
    Report report() {
        if (downgrade) {
            return PlanReport.of(application().migrator().reviewDowngrade(targets.get(0)));
        }
        return PlanReport.upgrade(
                application().migrator(), targets.isEmpty() ? application().targets() : targets);
    }

    @Spec
    final void specification(CommandSpec own) {
        specification = own;
        own.parser().unmatchedOptionsArePositionalParams(true);
    }
}
