/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How the help of the commands looks: the same sections for each, and the commands by what they are for. */
final class Usage {

    private static final int NAME_COLUMNS = 12;

    private Usage() {}

    /** The command line of a root, ready to read arguments and to explain itself. */
    static CommandLine commandLine(MigrationsCommand root) {
        var commandLine = new CommandLine(root);
        complete(commandLine.getCommandSpec().usageMessage());
        commandLine
                .getHelpSectionMap()
                .put(
                        UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
                        help -> commands(help.commandSpec().commandLine()));
        commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.ALL_MEANINGS);
        commandLine
                .getSubcommands()
                .values()
                .forEach(command -> complete(command.getCommandSpec().usageMessage()));
        return commandLine;
    }

    private static void complete(UsageMessageSpec usage) {
        usage.width(Layout.WIDTH);
        usage.descriptionHeading("%n");
        usage.parameterListHeading("%nParameters:%n");
        usage.optionListHeading("%nOptions:%n");
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.footerHeading(usage.footer().length == 0 ? "" : "%nExamples:%n");
        usage.sortOptions(false);
        if (usage.exitCodeList().isEmpty()) {
            usage.exitCodeList(ExitCode.MEANINGS);
        }
    }

    private static String commands(CommandLine root) {
        return Stream.of(CommandGroup.values())
                .filter(group -> !group.of(root).isEmpty())
                .map(group -> "%n%s:%n".formatted(group.title())
                        + group.of(root).stream().map(Usage::line).collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String line(CommandLine command) {
        String name = "  " + command.getCommandName();
        return Layout.hanging(
                        name + " ".repeat(Math.max(1, NAME_COLUMNS + 2 - name.length())),
                        command.getCommandSpec().usageMessage().description()[0])
                + System.lineSeparator();
    }
}
