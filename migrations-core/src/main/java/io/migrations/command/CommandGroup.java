/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;

/** Commands that serve the same end, in the order in which help and documentation show them. */
enum CommandGroup {
    READING(
            "See where things stand",
            List.of(
                    "current",
                    "history",
                    "heads",
                    "branches",
                    "show",
                    "graph",
                    "log",
                    "plan",
                    "check",
                    "verify",
                    "drift")),
    MOVING("Move the database", List.of("upgrade", "downgrade", "stamp", "repair")),
    WRITING("Write revisions", List.of("init", "revision", "merge", "edit")),
    SHELL("Get help", List.of("help", "completion"));

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    CommandGroup(String title, List<String> names) {
        this.title = title;
        this.names = names;
    }

    String title() {
        return title;
    }

    /** Those of the commands that belong here. */
    List<CommandLine> of(CommandLine root) {
        Map<String, CommandLine> commands = root.getSubcommands();
        return names.stream()
                .filter(commands::containsKey)
                .map(name -> Objects.requireNonNull(commands.get(name)))
                .toList();
    }
}
