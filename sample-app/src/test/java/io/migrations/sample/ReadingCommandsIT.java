/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The commands that only read, from the packaged application. */
@DatabaseTest
class ReadingCommandsIT {

    private static final String NOWHERE = "--spring.datasource.url=jdbc:postgresql://localhost:1/none";

    @Test
    void theBuildIsReadWithoutADatabase(@TempDir Path folder) {
        CommandRun heads = offline(folder, "heads", "--json");
        CommandRun graph = offline(folder, "graph");

        assertThat(heads.json().at("/heads/0").asString()).isEqualTo("008");
        assertThat(heads.json().at("/revisions/0/head").asBoolean()).isTrue();
        assertThat(graph.out().lines())
                .containsSubsequence("* 008 (billing) (head) index orders by account", "|\\", "|/")
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void aRevisionIsShownAsTheBuildHasItWhereThereIsNoDatabase(@TempDir Path folder) {
        CommandRun entry = CommandRun.in(folder).run("show", "7d20", NOWHERE);
        CommandRun sql = offline(folder, "show", "003", "--sql", "--offline");

        assertThat(entry.exitCode()).as(entry.err()).isZero();
        assertThat(entry.out()).contains("Revision:       7d20c1f4aa10", "Parent:         4f1c2a9be03d");
        assertThat(entry.err()).contains("Note: this is what the build knows.");
        assertThat(sql.out()).contains("-- Downgrade", "DROP INDEX idx_positions_symbol;");
    }

    @Test
    void theDatabaseIsReadAndLeftAsItIs(TestDatabase database) {
        assertThat(CommandRun.of(database, "upgrade", "005").exitCode()).isZero();
        CommandRun current = CommandRun.of(database, "current", "-v");
        CommandRun checkHeads = CommandRun.of(database, "current", "--check-heads", "--json");
        CommandRun show = CommandRun.of(database, "show", "current", "--json");
        CommandRun check = CommandRun.of(database, "check");

        assertThat(current.out())
                .contains("/" + database.name(), "Revision:       005 (current)")
                .doesNotContain("password");
        assertThat(checkHeads.exitCode()).isEqualTo(3);
        assertThat(checkHeads.json().path("atHeads").asBoolean()).isFalse();
        JsonNode shown = show.json().at("/revisions/0");
        assertThat(Instant.parse(shown.path("appliedAt").asString())).isBefore(Instant.now());
        assertThat(check.exitCode()).isEqualTo(3);
        assertThat(check.out()).contains("5 revisions are pending").contains("'migrations upgrade'");
    }

    @Test
    void aRevisionThatIsNotBuiltYetIsNotedBesideTheResult(@TempDir Path folder) throws IOException {
        Path sources = Files.createDirectories(folder.resolve("src/main/resources/db/migrations"));
        Files.writeString(sources.resolve("009_more.sql"), "-- Revises: 008\n\nSELECT 1;\n");

        CommandRun heads = offlineWithNote(folder, "heads");

        assertThat(heads.out().strip()).isEqualTo("008 (billing) (head)");
        assertThat(heads.err()).startsWith("Note: 1 revision").contains("is not in this build: rebuild");
    }

    @Test
    void theCompletionScriptNeedsNoApplication(@TempDir Path folder) {
        assertThat(offline(folder, "completion").out()).contains("_complete_migrations()", "--rev-range");
    }

    private static CommandRun offline(Path folder, String... arguments) {
        CommandRun run = offlineWithNote(folder, arguments);
        assertThat(run.err()).isEmpty();
        return run;
    }

    private static CommandRun offlineWithNote(Path folder, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = NOWHERE;
        CommandRun run = CommandRun.in(folder).run(all);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }
}
