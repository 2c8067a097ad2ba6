/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.command.CommandLineFixture.Result;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database's life by commands: plan, upgrade, stamp, downgrade, and the log of it all. */
@DatabaseTest
class RunCommandsIntegrationTests {

    private CommandLineFixture commands;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        commands = CommandLineFixture.on(database, folder)
                .script("000_baseline.sql", "CREATE TABLE orders (id int);", "-- Downgrade", "DROP TABLE orders;")
                .script(
                        "001_notes.sql",
                        "ALTER TABLE orders ADD COLUMN notes text;",
                        "-- Downgrade",
                        "ALTER TABLE orders DROP COLUMN notes;")
                .script("002_more.sql", "CREATE TABLE more (id int);", "-- Downgrade", "DROP TABLE more;");
    }

    @Test
    void aDatabaseGoesUpAndDownAndTheLogTellsIt(TestDatabase database) {
        assertThat(succeeds("plan", "001").out()).isEqualToNormalizingNewlines("""
                Upgrade from base to 001: 2 steps
                  000  baseline
                  001  notes
                """);
        assertThat(database.tables()).isEmpty();

        Result upgrade = succeeds("upgrade", "001");
        assertThat(upgrade.lines())
                .satisfiesExactly(
                        first -> assertThat(first).matches("Applied 000 baseline \\(\\d+ ms\\)"),
                        second -> assertThat(second).matches("Applied 001 notes \\(\\d+ ms\\)"),
                        third -> assertThat(third).isEqualTo("The database is at 001."));
        assertThat(upgrade.err()).contains("Applying 001 notes (2 of 2)");
        assertThat(succeeds("upgrade", "001").lines()).containsExactly("Nothing to do: the database is at 001.");

        Result refused = commands.run("downgrade", "-1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("This may lose data:", "001: ALTER TABLE", "'--yes'");
        assertThat(succeeds("upgrade", "--json").json()).containsEntry("heads", List.of("002"));
        assertThat(succeeds("downgrade", "000", "--yes", "--json").json()).containsEntry("heads", List.of("000"));

        Result log = succeeds("log");
        assertThat(log.lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80))
                .first(InstanceOfAssertFactories.STRING)
                .matches("Date +Version +Description +Applied By +Status");
        assertThat(log.out()).contains("Applied", "Downgraded");
        succeeds("log", "--verify");
        database.execute("UPDATE migrations_journal SET host = 'elsewhere' WHERE id = 2");
        Result broken = commands.run("log", "--verify");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(broken.out()).contains("Row 2 (upgrade of '001') does not follow");
    }

    @Test
    void anOlderBuildUndoesWhatItNeverShipped(TestDatabase database) {
        succeeds("upgrade");
        commands.without("002_more.sql");

        Result shown = commands.run("downgrade", "000");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err()).contains("This build does not know revision 002 more.", "    DROP TABLE more;");
        assertThat(database.tables()).contains("more");

        assertThat(succeeds("downgrade", "000", "--yes").lines())
                .first(InstanceOfAssertFactories.STRING)
                .startsWith("Downgraded 002 more");
        assertThat(database.tables()).doesNotContain("more");
    }

    @Test
    void whatIsKeptOfARevisionThatNeedsNoUndoingIsSaidToDoNothing() {
        commands.script("003_nothing.sql", "SELECT 1;", "-- Downgrade");
        succeeds("upgrade");
        commands.without("003_nothing.sql");

        assertThat(commands.run("downgrade", "002", "--plan").out())
                .endsWith("This build does not know revision 003 nothing. The database keeps a downgrade of it that"
                        + " does nothing.\n");
    }

    @Test
    void aStampAdoptsADatabaseAndPurgesIt(TestDatabase database) {
        assertThat(succeeds("stamp", "001", "--plan").out()).contains("Would be recorded as applied: 001 notes");
        assertThat(database.tables()).isEmpty();

        assertThat(succeeds("stamp", "001", "--json").json())
                .extractingByKey("added", InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(database.tables()).containsExactly("migrations_journal", "migrations_revision");
        database.execute("UPDATE migrations_revision SET revision = 'lost' WHERE revision = '001'");

        Result unasked = commands.run("stamp", "000", "--purge");
        assertThat(unasked.exitCode()).isEqualTo(1);
        assertThat(unasked.err()).contains("'--yes'", "lost (this build does not know it");
        assertThat(succeeds("stamp", "000", "--purge", "--yes").out()).contains("Recorded as not applied: lost");
        assertThat(succeeds("stamp", "000").lines()).containsExactly("Nothing to do: the database is at 000.");
    }

    private Result succeeds(String... arguments) {
        Result result = commands.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result;
    }
}
