/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * A command and its arguments, read and found right, or answered already: wrong usage and help cost no application.
 * For one use by one thread.
 */
public final class Invocation {

    private final MigrationsCommand root;
    private final Terminal terminal;
    private final @Nullable ParseResult parsed;
    private final @Nullable Integer answered;

    private Invocation(
            MigrationsCommand root, Terminal terminal, @Nullable ParseResult parsed, @Nullable Integer answered) {
        this.root = root;
        this.terminal = terminal;
        this.parsed = parsed;
        this.answered = answered;
    }

    /** Reads the arguments that follow {@code migrations}; help and mistakes are answered on the terminal. */
    public static Invocation parse(List<String> arguments, Terminal terminal) {
        var root = new MigrationsCommand(terminal);
        var commandLine = new CommandLine(root);
        try {
            ParseResult parsed = commandLine.parseArgs(arguments.toArray(String[]::new));
            Integer help = CommandLine.executeHelpRequest(parsed);
            return new Invocation(root, terminal, parsed, help);
        } catch (ParameterException exception) {
            terminal.err().println(exception.getMessage());
            exception.getCommandLine().usage(terminal.err());
            return new Invocation(root, terminal, null, ExitCode.USAGE);
        }
    }

    /** How the process ends, where there is nothing left to do. */
    public OptionalInt answered() {
        return answered == null ? OptionalInt.empty() : OptionalInt.of(answered);
    }

    /** Runs the command in an application; a fault is explained on the terminal. */
    public int run(Application application) {
        root.runIn(application);
        List<CommandLine> chain = java.util.Objects.requireNonNull(parsed).asCommandLineList();
        Subcommand command = chain.get(chain.size() - 1).getCommand();
        try {
            return command.call();
        } catch (RuntimeException fault) {
            Diagnosis diagnosis = application.diagnose(fault);
            terminal.err().println(diagnosis.description());
            if (command.isJson()) {
                terminal.out().println(application.json(Map.of("error", diagnosis.description())));
            }
            return ExitCode.FAILED;
        }
    }
}
