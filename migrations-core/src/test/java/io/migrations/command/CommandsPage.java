/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code docs/commands.md}, written from what the commands say of themselves. */
final class CommandsPage {

    private static final Set<String> EVERYWHERE = Set.of("--help", "--instance", "--json");
    private static final String JSON = "JSON: ";

    private final CommandLine root;
    private final List<String> lines = new ArrayList<>();

    private CommandsPage(CommandLine root) {
        this.root = root;
    }

    static String of(CommandLine root) {
        var page = new CommandsPage(root);
        page.write();
        return String.join("\n", page.lines) + "\n";
    }

    private void write() {
        lines.add(PREFACE.strip());
        for (CommandGroup group : CommandGroup.values()) {
            if (!group.of(root).isEmpty()) {
                lines.addAll(List.of("", "## " + group.title()));
                group.of(root).forEach(command -> write(command.getCommandSpec()));
            }
        }
    }

    private void write(CommandSpec command) {
        lines.addAll(List.of("", "### " + command.name(), ""));
        for (String paragraph : command.usageMessage().description()) {
            lines.addAll(wrapped(paragraph));
        }
        lines.add("");
        lines.addAll(block(synopsis(command)));
        writeArguments(command);
        if (!command.usageMessage().exitCodeList().equals(ExitCode.MEANINGS)) {
            lines.addAll(List.of("", "| exit code | meaning |", "|---|---|"));
            command.usageMessage()
                    .exitCodeList()
                    .forEach((code, meaning) -> lines.add("| %s | %s |".formatted(code, meaning)));
        }
        writeFooter(List.of(command.usageMessage().footer()));
    }

    private void writeArguments(CommandSpec command) {
        List<String> rows = Stream.concat(
                        command.positionalParameters().stream()
                                .map(parameter -> row("`" + parameter.paramLabel() + "`", parameter)),
                        command.options().stream()
                                .filter(option -> !EVERYWHERE.contains(option.longestName()) && !option.hidden())
                                .map(option -> row(names(option), option)))
                .toList();
        if (!rows.isEmpty()) {
            lines.addAll(List.of("", "| argument | meaning |", "|---|---|"));
            lines.addAll(rows);
        }
    }

    private void writeFooter(List<String> footer) {
        List<String> examples =
                footer.stream().takeWhile(line -> line.startsWith("  ")).toList();
        if (!examples.isEmpty()) {
            lines.add("");
            examples.forEach(example -> lines.add("  " + example));
        }
        String rest = footer.stream()
                .skip(examples.size())
                .collect(Collectors.joining(" "))
                .strip();
        if (!rest.isEmpty()) {
            lines.add("");
            lines.addAll(wrapped(rest.startsWith(JSON) ? "`--json`: " + rest.substring(JSON.length()) + "." : rest));
        }
    }

    private static List<String> synopsis(CommandSpec command) {
        return new Help(command, Help.defaultColorScheme(Ansi.OFF))
                .synopsis(0)
                .stripTrailing()
                .lines()
                .toList();
    }

    private static String row(String name, ArgSpec argument) {
        return "| %s | %s |"
                .formatted(name, String.join(" ", argument.description()).replace("|", "\\|"));
    }

    private static String names(OptionSpec option) {
        String label = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return Arrays.stream(option.names()).collect(Collectors.joining("`, `", "`", label + "`"));
    }

    private static List<String> block(List<String> text) {
        return text.stream().map(line -> ("    " + line).stripTrailing()).toList();
    }

    private static List<String> wrapped(String paragraph) {
        return paragraph.isEmpty() ? List.of("") : Layout.wrap(paragraph.replace("<", "\\<"), 120);
    }

    private static final String PREFACE = """
            # Commands

            <!-- Written from the commands themselves. After a change:
                 ./mvnw -pl migrations-core test -Dtest=CommandsPageTests -Dmigrations.docs.write=true -->

            The application's own jar is the command line, with the application's own configuration:

                java -jar shop.jar migrations history --spring.profiles.active=test

            No web server, scheduler or runner starts. An argument with a dot in its name, such as
            `--spring.datasource.url=...`, is for the application, wherever it stands; everything else is for the command.
            Results go to the standard output, everything else to the error stream.

            | exit code | meaning |
            |---|---|
            | 0 | Done. |
            | 1 | Failed; the reason is on the error stream. |
            | 2 | The arguments make no sense; nothing was done, and no connection was made. |
            | 3 | A check found something. |

            `--help` explains a command, as `migrations help <command>` does. `--json` prints one JSON object on the standard
            output instead of text; instants and durations in it are ISO 8601, and what is not known is left out. A failure is
            `error` with `message` and `action`. `--instance NAME` says which of several databases a command is for. Revisions in
            JSON have these keys:

            | key | value |
            |---|---|
            | `id`, `parents`, `dependencies` | strings: what it is, what it revises, what it depends on |
            | `labels` | the branch labels of its line |
            | `description`, `script` | what it does, and the file it is in |
            | `head`, `effectiveHead`, `branchPoint`, `mergePoint` | what it is in the graph |
            | `createDate` | as its header says: `2024-10-15` |
            | `reversible`, `transactional`, `checksum` | of its script, or where it is applied, of what ran |
            | `state` | `applied`, `pending`, `modified`, `unknown` (not in this build), `running`, `failed`, `interrupted`; with `current`, `appliedAt`, `appliedBy` and `duration` only where the database was asked |
            """;
}
