/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is asked to agree to is what happens. */
@DatabaseTest
class ShownDowngradeIntegrationTests {

    private CommandLineFixture commands;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        commands = CommandLineFixture.on(database, folder)
                .script("001_tables.sql", "CREATE TABLE keep1 ();", "CREATE TABLE gone1 ();");
    }

    @Test
    void aKeptDowngradeIsShownWithItsPlaceholdersReplaced(TestDatabase database) {
        applyAnotherBuild("DROP TABLE ${victim}; -- ${victim}", Map.of("victim", "gone1"));
        commands.placeholders(Map.of("victim", "keep1"));

        CommandLineFixture.Result planned = commands.run("plan", "--downgrade", "001", "--json");
        CommandLineFixture.Result done = commands.run("downgrade", "001", "--yes");

        assertThat(planned.json())
                .containsEntry("losses", List.of(Map.of("revision", "002", "statement", "DROP TABLE keep1")));
        assertThat(String.valueOf(planned.json().get("fromDatabase")))
                .contains("text=DROP TABLE keep1; -- ${victim}", "hasPlaceholders=true");
        assertThat(done.err())
                .contains(
                        "Its placeholders are replaced by the values of this build.",
                        "    DROP TABLE keep1; -- ${victim}",
                        "  002: DROP TABLE keep1")
                .doesNotContain("DROP TABLE ${victim}");
        assertThat(done.exitCode()).isZero();
        assertThat(database.tables()).contains("gone1").doesNotContain("keep1");
    }

    @Test
    void aTextWithoutPlaceholdersIsShownAsWritten() {
        applyAnotherBuild("DROP  TABLE gone1;", Map.of());

        assertThat(commands.run("plan", "--downgrade", "001").out())
                .contains("    DROP  TABLE gone1;")
                .doesNotContain("placeholders");
    }

    @Test
    void nothingOfTheDatabaseHidesWhatIsShown(TestDatabase database) {
        applyAnotherBuild("DROP TABLE gone1;", Map.of());
        database.execute("UPDATE migrations_revision SET description = E'a\\x1b[2J\\nb' WHERE revision = '002'");
        database.execute("UPDATE migrations_journal SET revision = E'2\\x1b[1A', database_user = E'me\\u202e\\nyou',"
                + " description = E'c\\rd' WHERE revision = '002'");

        assertThat(commands.run("log").out())
                .contains("2\\u001b[1A", "c\\u000dd", "me\\u202e you")
                .doesNotContain("\033", "\u202e", "\r");
        database.execute("UPDATE migrations_journal SET revision = '002', description = 'more', database_user ="
                + " session_user WHERE revision <> '001' AND action <> 'fingerprint'");
        CommandLineFixture.Result done = commands.run("downgrade", "001", "--yes");
        assertThat(done.exitCode()).as(done.err()).isZero();
        assertThat(done.err() + done.out())
                .contains("  002  a\\u001b[2J b", "revision 002 a\\u001b[2J b. The", "Downgraded 002 a\\u001b[2J b")
                .doesNotContain("\033");
    }

    @Test
    void noCommandPrintsWhatATerminalWouldObey(TestDatabase database) {
        applyAnotherBuild("DROP TABLE gone1;", Map.of());
        database.execute("UPDATE migrations_revision SET description = E'a\\x1b[2J\\n\"]; b' WHERE revision = '002'");

        for (String command : List.of("current", "current -v", "history", "heads", "show 002", "plan", "check")) {
            CommandLineFixture.Result done = commands.run(command.split(" ", -1));
            assertThat(done.out() + done.err()).as(command).doesNotContain("\033");
        }
        assertThat(commands.run("history", "-i").out()).contains("a\\u001b[2J \"]; b");
        for (String format : List.of("dot", "mermaid")) {
            assertThat(commands.run("graph", "-i", "--format", format).out())
                    .contains("u001b[2J", "]; b")
                    .doesNotContain("\033", "\n\"]; b");
        }
    }

    @Test
    void anIdThatNoRevisionCanHaveIsRefusedAndNotPrinted(TestDatabase database) {
        applyAnotherBuild("DROP TABLE gone1;", Map.of());
        database.execute("UPDATE migrations_revision SET revision = E'002\\n\\x1b[31mERROR all is lost'"
                + " WHERE revision = '002'");

        CommandLineFixture.Result done = commands.run("current");

        assertThat(done.exitCode()).isEqualTo(1);
        assertThat(done.out() + done.err())
                .contains(
                        "Character '\\u000a' is not allowed in the revision id '002\\u000a\\u001b[31mERROR all is lost'")
                .doesNotContain("\033");
    }

    private void applyAnotherBuild(String downgrade, Map<String, String> values) {
        commands.placeholders(values)
                .script("002_more.sql", "SELECT 1;", "-- Downgrade", downgrade)
                .migrator()
                .upgrade("head");
        commands.without("002_more.sql");
    }
}
