/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.io.PrintStream;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code completion}: a script that teaches a shell the commands and their options. */
@Command(
        name = "completion",
        description = {
            "Prints a completion script for bash and zsh.",
            "",
            "A shell completes the first word of a line, so give the command a name first, such as with an alias."
        },
        footer = {
            "  alias migrations='java -jar shop.jar migrations'",
            "  source <(java -jar shop.jar migrations completion)"
        })
final class CompletionCommand implements Answering {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            defaultValue = "migrations",
            description = "What the command is called in the shell (${DEFAULT-VALUE} unless given).")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Override
    public void answer(PrintStream out) {
        out.print(AutoComplete.bash(name, spec.root().commandLine()));
    }
}
