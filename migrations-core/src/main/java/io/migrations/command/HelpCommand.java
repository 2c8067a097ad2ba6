/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code help}: what {@code --help} says, for those who ask in front. */
@Command(
        name = "help",
        helpCommand = true,
        description = "Explains a command.",
        footer = {"  migrations help upgrade", "  migrations upgrade --help"})
final class HelpCommand implements Answering {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; all of them unless given.")
    private @Nullable String command;

    @Override
    public void answer(PrintStream out) {
        CommandLine root = spec.root().commandLine();
        if (command == null) {
            root.usage(out);
            return;
        }
        CommandLine explained = root.getSubcommands().get(command);
        if (explained == null) {
            throw new ParameterException(root, "There is no command '%s'.".formatted(command));
        }
        explained.usage(out);
    }
}
