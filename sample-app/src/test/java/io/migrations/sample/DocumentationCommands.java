/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands as docs/commands.md has them, and what of a page's code uses one that is not there.
 *
 * @param sections what the page says of each command, by its name
 */
record DocumentationCommands(Map<String, String> sections) {

    /** As it is typed, and in the list of a container's arguments. */
    private static final Pattern COMMAND = Pattern.compile("(?<![\\w./-])migrations(?:\",)? \"?([a-z][a-z-]*)(.*)");

    private static final Pattern OPTION = Pattern.compile("(?<=[ \\[\"])--[a-z][a-z-]*+(?![.\\w])");
    private static final Set<String> GENERAL = Set.of("--help", "--json", "--instance", "--debug", "--trace");

    static DocumentationCommands read(Path page) throws IOException {
        return new DocumentationCommands(Pattern.compile("(?m)^### ")
                .splitAsStream(Files.readString(page))
                .skip(1)
                .collect(Collectors.toMap(section -> section.lines().findFirst().orElseThrow(), section -> section)));
    }

    /** What is wrong with the commands in a piece of code, in a few words each. */
    List<String> misused(String code) {
        return COMMAND.matcher(code)
                .results()
                .flatMap(match -> misused(match.group(1), match.group(2)))
                .toList();
    }

    private Stream<String> misused(String command, String arguments) {
        String section = sections.get(command);
        return section == null
                ? Stream.of("no command: '%s'".formatted(command))
                : OPTION.matcher(arguments)
                        .results()
                        .map(MatchResult::group)
                        .filter(option -> !GENERAL.contains(option) && !section.contains(option))
                        .map(option -> "'%s' has no '%s'".formatted(command, option));
    }
}
