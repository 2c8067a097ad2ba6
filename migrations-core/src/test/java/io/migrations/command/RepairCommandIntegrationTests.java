/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.command.CommandLineFixture.Result;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class RepairCommandIntegrationTests {

    private CommandLineFixture commands;

    @BeforeEach
    void open(TestDatabase database, @TempDir Path folder) {
        commands = CommandLineFixture.on(database, folder);
    }

    @Test
    void anEditIsAcceptedOnceItsDifferenceWasShown() {
        commands.script("001_orders.sql", "CREATE TABLE orders (id int);").run("upgrade");
        commands.script("001_orders.sql", "CREATE TABLE orders (id bigint);");

        Result modified = commands.run("upgrade");
        assertThat(modified.exitCode()).isEqualTo(1);
        assertThat(modified.err()).contains("Revision '001' was applied", "says something else now");

        Result shown = commands.run("repair");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err())
                .contains("- CREATE TABLE orders (id int);", "+ CREATE TABLE orders (id bigint);", "'--yes'");
        Result repair = commands.run("repair", "001", "--yes");
        assertThat(repair.exitCode()).as(repair.err()).isZero();
        assertThat(repair.out()).startsWith("Accepted 001 as ");
        assertThat(commands.run("repair").lines()).containsExactly("Nothing to repair.");
    }

    @Test
    void aRevisionThatStoppedHalfWayNeedsADecision() {
        commands.script("001_two.sql", "-- Transactional: false", "CREATE TABLE orders (id int); SELECT 1/0;");
        Result failed = commands.run("upgrade");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(failed.err()).contains("division by zero");

        Result undecided = commands.run("repair", "--yes");
        assertThat(undecided.exitCode()).isEqualTo(1);
        assertThat(undecided.err()).contains("stopped after 1 statement.", "--as applied", "--as pending");
        assertThat(commands.run("repair", "--as", "nothing").exitCode()).isEqualTo(2);
        Result decided = commands.run("repair", "--as", "applied", "--yes", "--json");
        assertThat(decided.exitCode()).as(decided.err()).isZero();
        assertThat(decided.json())
                .extractingByKey("halfDone", InstanceOfAssertFactories.LIST)
                .hasSize(1);
        assertThat(commands.run("upgrade").lines()).containsExactly("Nothing to do: the database is at 001.");
    }
}
