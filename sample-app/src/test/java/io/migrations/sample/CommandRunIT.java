/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all commands of the packaged application have in common, each way to start it. */
@DatabaseTest
class CommandRunIT {

    private static final String NOWHERE = "--spring.datasource.url=jdbc:postgresql://localhost:1/none";

    @Test
    void runsWithThePortTakenAndPrintsNothingButTheResult(TestDatabase database) throws IOException {
        try (var taken = new ServerSocket(0)) {
            CommandRun run =
                    CommandRun.of(database, "heads", "--json", "--server.port=" + taken.getLocalPort(), "--debug");

            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(run.json().path("heads").get(0).asString()).isEqualTo("008");
            assertThat(run.err()).contains(" DEBUG ");
        }
    }

    @Test
    void isQuietAboutAllThatGoesWell(TestDatabase database) {
        assertThat(CommandRun.of(database, "heads").err()).isEmpty();
    }

    @Test
    void wrongUsageTakesNoConnection(@TempDir Path folder) {
        CommandRun run = CommandRun.in(folder).run("currnet", NOWHERE);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("There is no command 'currnet'. Did you mean 'current'")
                .endsWith("See 'migrations --help'." + System.lineSeparator());
    }

    @Test
    void helpIsAResult(@TempDir Path folder) {
        CommandRun run = CommandRun.in(folder).run("--help", NOWHERE);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: migrations ");
        assertThat(run.err()).isEmpty();
    }

    /** All others run from the extracted layout. */
    @Test
    void runsFromTheJarAsItIsDelivered(TestDatabase database) {
        CommandRun run = new CommandRun.Setting().packaged().on(database).run("heads");

        assertThat(run).isEqualTo(new CommandRun(0, "008 (billing) (head)" + System.lineSeparator(), ""));
    }

    @Test
    void runsProcessedAheadOfTime(TestDatabase database) {
        CommandRun run = new CommandRun.Setting()
                .jvm(List.of(
                        "-Dspring.aot.enabled=true", "-jar", PackagedJar.jar().toString()))
                .on(database)
                .run("heads");

        assertThat(run).isEqualTo(new CommandRun(0, "008 (billing) (head)" + System.lineSeparator(), ""));
    }

    /** As for an image: the archive of classes, or the AOT cache, is made where there is no database. */
    @Test
    void aTrainingRunNeedsNoDatabase() {
        assertThat(TrainedJar.get().trainingLog())
                .content()
                .contains("Migrations do not run at startup: the startup mode is 'off'")
                .doesNotContain("HikariPool", "ERROR");
    }

    @Test
    void anApplicationThatCannotStartEndsTheCommand(TestDatabase database) {
        CommandRun run = CommandRun.of(database, "heads", "--json", "--migrations.retry.max-attempts=0");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().path("error").path("message").asString()).contains("migrations.retry.max-attempts");
        assertThat(run.err()).contains("migrations.retry.max-attempts");
    }
}
