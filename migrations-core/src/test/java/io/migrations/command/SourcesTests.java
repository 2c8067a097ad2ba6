/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands of a build, started beside sources that have gone on since. */
class SourcesTests {

    private static final String NOTE =
            "Note: 1 revision in 'src/main/resources/db/migrations' is not in this build: rebuild, or add"
                    + " --migrations.locations=file:src/main/resources/db/migrations.";

    @TempDir
    private Path build;

    @TempDir
    private Path project;

    private Path sources;
    private CommandLineFixture commands;

    @BeforeEach
    void oneRevisionInTheBuildAndInTheSources() throws IOException {
        sources = Files.createDirectories(project.resolve("src/main/resources/db/migrations"));
        Files.writeString(sources.resolve("001_accounts.sql"), "-- Upgrade\nSELECT 1;\n");
        commands = CommandLineFixture.offline(build)
                .script("001_accounts.sql", "-- Upgrade", "SELECT 1;")
                .in(project, "classpath:db/migrations");
    }

    @Test
    void nothingIsSaidWhereTheBuildIsAsTheSources() {
        assertThat(commands.run("heads").err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"heads", "history", "check --offline"})
    void aRevisionThatIsNotBuiltYetIsNotedAfterTheResult(String line) throws IOException {
        Files.writeString(sources.resolve("002_orders.sql"), "-- Upgrade\nSELECT 2;\n");

        CommandLineFixture.Result result = commands.run(line.split(" ", -1));

        assertThat(result.exitCode()).isZero();
        assertThat(result.err().lines()).containsExactly(NOTE);
        assertThat(result.out()).doesNotContain("002", "Note");
    }

    @Test
    void sourcesThatCannotBeReadAreNoFault() throws IOException {
        Files.writeString(sources.resolve("002_orders.sql"), "-- Revises: 999\n\nSELECT 2;\n");

        CommandLineFixture.Result result = commands.run("heads");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void checkFindsHeadsThatAreNotThoseOfTheFile() throws IOException {
        Path file = Files.writeString(sources.resolve("heads.txt"), "002: 002_orders.sql\n");

        CommandLineFixture.Result result = commands.run("check", "--offline");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(result.out()).contains("The heads differ", "The build does not have '002'");
        Files.writeString(file, "001: 001_accounts.sql\n");
        assertThat(commands.run("check", "--offline").exitCode()).isZero();
    }
}
