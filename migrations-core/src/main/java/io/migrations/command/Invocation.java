/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
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
        var commandLine = Usage.commandLine(root)
                .setColorScheme(Help.defaultColorScheme(terminal.interactive() ? Ansi.AUTO : Ansi.OFF));
        try {
            ParseResult parsed = commandLine.parseArgs(arguments.toArray(String[]::new));
            var invocation = new Invocation(root, terminal, parsed, answer(parsed, commandLine, terminal));
            if (invocation.answered().isEmpty()) {
                invocation.command().check();
            }
            return invocation;
        } catch (ParameterException mistake) {
            terminal.err().println(WrongUsage.of(mistake));
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
        try {
            return command().call();
        } catch (ParameterException mistake) {
            terminal.err().println(WrongUsage.of(mistake));
            return ExitCode.USAGE;
        } catch (RuntimeException | Error fault) {
            return fail(fault, application);
        }
    }

    /**
     * Explains on the terminal why the command, or the application that it should have run in, failed.
     *
     * @return how the process ends
     */
    public int fail(Throwable fault, Application application) {
        Diagnosis diagnosis = application.diagnose(fault);
        String description = diagnosis.untouched() == null || !command().isToChangeDatabase()
                ? diagnosis.description()
                : diagnosis.description() + System.lineSeparator().repeat(2) + diagnosis.untouched();
        terminal.err().println(description);
        if (diagnosis.action() != null) {
            terminal.err().println();
            terminal.err().println(diagnosis.action());
        }
        if (command().isJson()) {
            Map<String, Object> error = new LinkedHashMap<>();
            error.put("message", description);
            if (diagnosis.action() != null) {
                error.put("action", diagnosis.action());
            }
            terminal.out().println(application.json(Map.of("error", error)));
        }
        return ExitCode.FAILED;
    }

    private Subcommand command() {
        List<CommandLine> chain = Objects.requireNonNull(parsed).asCommandLineList();
        return chain.get(chain.size() - 1).getCommand();
    }

    private static @Nullable Integer answer(ParseResult parsed, CommandLine root, Terminal terminal) {
        for (CommandLine command : parsed.asCommandLineList()) {
            if (command.isUsageHelpRequested()) {
                command.usage(terminal.out());
                return ExitCode.DONE;
            }
            if (command.getCommand() instanceof Answering answering) {
                answering.answer(terminal.out());
                return ExitCode.DONE;
            }
        }
        if (parsed.hasSubcommand()) {
            return null;
        }
        root.usage(terminal.err());
        return ExitCode.USAGE;
    }
}
