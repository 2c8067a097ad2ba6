/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The arguments of a start that is for a command, told apart by their form: a property of the application has a dot in
 * its name, which no option of a command has.
 *
 * @param command what follows {@code migrations}, for the command
 * @param application what is for Spring, such as {@code --spring.profiles.active=prod}
 */
record CommandArguments(List<String> command, List<String> application) {

    private static final String NAME = "migrations";
    private static final String END_OF_OPTIONS = "--";
    private static final Pattern APPLICATION =
            Pattern.compile("--(?:debug|trace|[\\w\\-\\[\\]]+\\.[\\w.\\-\\[\\]]*)(?:=.*)?", Pattern.DOTALL);

    CommandArguments {
        command = List.copyOf(command);
        application = List.copyOf(application);
    }

    /** The arguments, if their first one that is not for Spring is {@code migrations}. */
    static Optional<CommandArguments> of(String... arguments) {
        List<String> command = new ArrayList<>();
        List<String> application = new ArrayList<>();
        for (String argument : arguments) {
            boolean ended = command.contains(END_OF_OPTIONS);
            (!ended && APPLICATION.matcher(argument).matches() ? application : command).add(argument);
        }
        return command.isEmpty() || !command.get(0).equals(NAME)
                ? Optional.empty()
                : Optional.of(new CommandArguments(command.subList(1, command.size()), application));
    }
}
