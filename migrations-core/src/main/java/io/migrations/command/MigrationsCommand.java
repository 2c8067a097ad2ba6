/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** The root of the command line. */
@Command(
        name = "migrations",
        description = "Brings the application's database to a revision, and tells where it stands.",
        subcommands = {
            DowngradeCommand.class,
            EditCommand.class,
            HeadsCommand.class,
            InitCommand.class,
            LogCommand.class,
            MergeCommand.class,
            PlanCommand.class,
            RepairCommand.class,
            RevisionCommand.class,
            StampCommand.class,
            UpgradeCommand.class
        },
        mixinStandardHelpOptions = true,
        scope = picocli.CommandLine.ScopeType.INHERIT)
final class MigrationsCommand {

    private final Terminal terminal;
    private @Nullable Application application;

    MigrationsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    Application application() {
        return Objects.requireNonNull(application, "the command runs in an application");
    }

    void runIn(Application running) {
        this.application = running;
    }
}
