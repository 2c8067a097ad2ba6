/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root of the command line. */
@Command(
        name = "migrations",
        description = "Brings the application's database to a revision, and tells where it stands.",
        subcommands = {
            BranchesCommand.class,
            CheckCommand.class,
            CompletionCommand.class,
            CurrentCommand.class,
            DowngradeCommand.class,
            DriftCommand.class,
            EditCommand.class,
            GraphCommand.class,
            HeadsCommand.class,
            HelpCommand.class,
            HistoryCommand.class,
            InitCommand.class,
            LogCommand.class,
            MergeCommand.class,
            PlanCommand.class,
            RepairCommand.class,
            RevisionCommand.class,
            ShowCommand.class,
            StampCommand.class,
            UpgradeCommand.class,
            VerifyCommand.class
        },
        footer = {
            "  java -jar shop.jar migrations current",
            "  java -jar shop.jar migrations history -i --spring.profiles.active=test",
            "  java -jar shop.jar migrations help history"
        })
final class MigrationsCommand {

    private final Terminal terminal;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // its being there is what picocli needs
    private boolean help;

    @Option(
            names = "--instance",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Which of several databases it is for, as 'migrations.instances' calls it.")
    private @Nullable String instance;

    private @Nullable Application application;

    MigrationsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    Terminal terminal() {
        return terminal;
    }

    Application application() {
        Application running = Objects.requireNonNull(application, "the command runs in an application");
        return instance == null ? running : running.instance(instance);
    }

    void runIn(Application running) {
        this.application = running;
    }
}
