/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the commands say of themselves; none of it needs an application. */
class UsageTests {

    @TempDir
    private Path folder;

    static CommandLine root() {
        return Usage.commandLine(
                new MigrationsCommand(new Terminal(InputStream.nullInputStream(), System.out, System.err, false)));
    }

    static Stream<String> commands() {
        return root().getSubcommands().keySet().stream();
    }

    private CommandLineFixture.Result run(String... arguments) {
        return CommandLineFixture.offline(folder).run(arguments);
    }

    @Test
    void everyCommandBelongsToOneGroup() {
        List<String> grouped = Stream.of(CommandGroup.values())
                .flatMap(group -> group.of(root()).stream())
                .map(CommandLine::getCommandName)
                .toList();

        assertThat(grouped).containsExactlyInAnyOrderElementsOf(commands().toList());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandExplainsItselfInEightyColumns(String command) {
        CommandLineFixture.Result help = run(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.lines())
                .allMatch(line -> line.length() <= Layout.WIDTH)
                .allMatch(line -> StandardCharsets.US_ASCII.newEncoder().canEncode(line))
                .contains("Examples:", "Exit codes:");
        assertThat(help.lines().get(0)).startsWith("Usage: migrations " + command);
        assertThat(run("help", command).out()).isEqualTo(help.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyDescriptionIsOneSentenceThatFitsTheList(String command) {
        assertThat(root().getSubcommands()
                        .get(command)
                        .getCommandSpec()
                        .usageMessage()
                        .description()[0])
                .endsWith(".")
                .hasSizeLessThanOrEqualTo(Layout.WIDTH - 14);
    }

    @Test
    void helpListsTheCommandsByWhatTheyAreFor() {
        CommandLineFixture.Result help = run("--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .contains("See where things stand:\n  current     Shows the revisions that the database is at.\n");
        assertThat(run("help").out()).isEqualTo(help.out());
    }

    @Test
    void noCommandAtAllIsWrongUsage() {
        assertThat(run().exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void helpForACommandThatIsNoneIsWrongUsage() {
        CommandLineFixture.Result help = run("help", "heds");

        assertThat(help.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(help.err()).contains("There is no command 'heds'.");
        assertThat(help.out()).isEmpty();
    }

    @Test
    void bashCompletesCommandsAndOptions() throws IOException, InterruptedException {
        assumeThat(Path.of("/bin/bash")).as("bash").exists();
        CommandLineFixture.Result script = run("completion", "--name", "shop");
        Path file = Files.writeString(folder.resolve("completion.bash"), script.out());

        assertThat(script.exitCode()).isZero();
        assertThat(completed(file, "shop", "hist")).containsExactly("history");
        assertThat(completed(file, "shop", "history", "--rev")).containsExactly("--rev-range");
        assertThat(completed(file, "shop", "graph", "--format", "m")).containsExactly("mermaid");
    }

    private static List<String> completed(Path script, String... words) throws IOException, InterruptedException {
        String line = """
                source '%s'
                COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE="${COMP_WORDS[*]}"; COMP_POINT=${#COMP_LINE}
                _complete_shop
                printf '%%s\\n' "${COMPREPLY[@]}"
                """.formatted(script, String.join(" ", words), words.length - 1);
        Process bash = new ProcessBuilder("/bin/bash", "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD) // some of bash's own commands work only in a completion
                .start();
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return out.lines().map(String::strip).toList();
    }
}
