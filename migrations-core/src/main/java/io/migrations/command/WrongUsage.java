/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Two lines about a mistake in the arguments: what is wrong, with what may have been meant, and where help is. */
final class WrongUsage {

    private WrongUsage() {}

    static String of(ParameterException mistake) {
        CommandSpec command = mistake.getCommandLine().getCommandSpec();
        String message = mistake instanceof UnmatchedArgumentException unmatched
                ? unmatched(unmatched, command)
                : sentence(String.valueOf(mistake.getMessage()));
        return message + System.lineSeparator() + "See '%s --help'.".formatted(command.qualifiedName());
    }

    private static String unmatched(UnmatchedArgumentException mistake, CommandSpec command) {
        String first = mistake.getUnmatched().get(0);
        String what = mistake.isUnknownOption()
                ? "There is no option '%s' of '%s'.".formatted(first, command.qualifiedName())
                : command.parent() == null
                        ? "There is no command '%s'.".formatted(first)
                        : "There is an argument too many for '%s': '%s'.".formatted(command.qualifiedName(), first);
        // picocli's own idea of what is similar is a generous one.
        return what
                + suggestion(mistake.getSuggestions().stream()
                        .filter(name -> Spelling.isClose(first, name))
                        .toList());
    }

    private static String suggestion(List<String> similar) {
        return similar.isEmpty()
                ? ""
                : similar.stream()
                        .map(name -> "'" + name + "'")
                        .collect(Collectors.joining(" or ", " Did you mean ", "?"));
    }

    private static String sentence(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
