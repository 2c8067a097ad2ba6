/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.engine.HookFailedException;
import io.migrations.engine.RevisionFailedException;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of a database. */
@DatabaseTest
class DatabaseCommandsIntegrationTests {

    @TempDir
    private Path folder;

    private CommandLineFixture commands(TestDatabase database) {
        return CommandLineFixture.on(database, folder)
                .script("001_accounts.sql", "-- Upgrade", "CREATE TABLE accounts (id int);")
                .script(
                        "002_orders.sql",
                        "-- Upgrade",
                        "CREATE TABLE orders (id int);",
                        "",
                        "-- Downgrade",
                        "DROP TABLE orders;");
    }

    @Test
    void nothingIsCreatedByReading(TestDatabase database) {
        CommandLineFixture commands = commands(database);

        assertThat(commands.run("current").out()).isEqualToNormalizingNewlines("No revision is applied.\n");
        assertThat(commands.run("history", "-i").lines())
                .containsExactly("001 -> 002 (head), orders", "<base> -> 001, accounts");
        assertThat(commands.run("show", "001").out()).contains("State:          pending");
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void checkFindsWhatHasAnotherPlaceInTheGraphNow(TestDatabase database) {
        CommandLineFixture commands = commands(database);
        commands.migrator().upgrade("head");
        commands.script("001a_between.sql", "-- Upgrade", "SELECT 1;");

        assertThat(commands.run("check").out())
                .contains(
                        "Revision '002' is applied, and has another place in the graph now:", "migrations repair 002");
    }

    @Test
    void currentIsMarkedInEachListing(TestDatabase database) {
        CommandLineFixture commands = commands(database);
        commands.migrator().upgrade("001");

        assertThat(commands.run("current").lines()).containsExactly("001");
        assertThat(commands.run("history", "-i").lines())
                .containsExactly("001 -> 002 (head), orders", "<base> -> 001 (current), accounts");
        assertThat(commands.run("history", "-r", "current:").lines())
                .containsExactly("001 -> 002 (head), orders", "<base> -> 001 (current), accounts");
        assertThat(commands.run("graph", "-i").lines())
                .containsExactly("* 002 (head) (pending) orders", "* 001 (current) accounts");
        assertThat(commands.run("graph", "-i", "--format", "dot").out()).contains("002 (head) (pending)");
    }

    @Test
    void checkHeadsIsAboutTheHeadsOfTheBuild(TestDatabase database) {
        CommandLineFixture commands = commands(database);
        commands.migrator().upgrade("001");

        CommandLineFixture.Result behind = commands.run("current", "--check-heads");
        commands.migrator().upgrade("head");
        CommandLineFixture.Result there = commands.run("current", "--check-heads", "--json");

        assertThat(behind.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(behind.out()).isEqualToNormalizingNewlines("001\n");
        assertThat(behind.err()).contains("not at the heads");
        assertThat(there.exitCode()).isZero();
        assertThat(there.json()).containsEntry("heads", List.of("002")).containsEntry("atHeads", true);
        assertThat(there.revisions("state")).containsExactly("applied");
    }

    @Test
    void checkHeadsHoldsWhereAHeadIsADependencyOfAnother(TestDatabase database) {
        CommandLineFixture commands = commands(database)
                .script("x_reports.sql", "-- Revision ID: x", "-- Revises:", "-- Depends on: 002", "", "SELECT 1;");
        commands.migrator().upgrade("heads");

        CommandLineFixture.Result result = commands.run("current", "--check-heads");

        assertThat(result.exitCode()).isZero();
        assertThat(result.lines()).containsExactlyInAnyOrder("x (head)", "002 (effective head)");
    }

    @Test
    void currentInFullNamesTheDatabaseWithoutCredentials(TestDatabase database) {
        CommandLineFixture commands = commands(database);
        commands.migrator().upgrade("head");

        CommandLineFixture.Result result = commands.run("current", "-v");

        assertThat(result.lines().get(0))
                .startsWith("Database:       jdbc:postgresql://")
                .endsWith("/" + database.name());
        assertThat(result.out())
                .contains(
                        "Revision:       002 (head) (current)", "State:          applied", "Applied by:", "Duration:");
        assertThat(commands.run("current", "-v", "--json").json()).containsKey("database");
    }

    @Test
    void aRevisionThatOnlyTheDatabaseHasIsShown(TestDatabase database) {
        CommandLineFixture commands = commands(database);
        commands.migrator().upgrade("head");
        commands.without("002_orders.sql");

        assertThat(commands.run("current").lines()).containsExactly("002 (not in this build)");
        assertThat(commands.run("history", "-i").lines())
                .containsExactly("001 -> 002 (not in this build) (current), orders", "<base> -> 001 (head), accounts");
        assertThat(commands.run("history").lines()).containsExactly("<base> -> 001 (head), accounts");
        assertThat(commands.run("show", "current").out())
                .contains(
                        "Revision:       002 (not in this build) (current)",
                        "State:          applied, and not in this build");
        assertThat(commands.run("show", "002", "--sql").out()).isEqualToNormalizingNewlines("""
                -- Revision 002: orders

                -- Upgrade
                CREATE TABLE orders (id int);

                -- Downgrade
                DROP TABLE orders;
                """);
        assertThat(commands.run("show", "002", "--offline").exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void instantsAndDurationsAreIsoInJson(TestDatabase database) {
        CommandLineFixture commands = commands(database);
        commands.migrator().upgrade("001");

        CommandLineFixture.Result shown = commands.run("show", "001", "--json");

        assertThat(Instant.parse((String) shown.revisions("appliedAt").get(0))).isBefore(Instant.now());
        assertThat(Duration.parse((String) shown.revisions("duration").get(0))).isPositive();
        assertThat(shown.revisions("appliedBy")).containsExactly(database.username());
    }

    @Test
    void checkNamesEachThingWithItsRemedy(TestDatabase database) {
        CommandLineFixture commands = commands(database);
        assertThat(commands.run("check").lines())
                .containsExactly("- 2 revisions are pending: '001', '002'.", "  Apply with 'migrations upgrade'.");

        commands.migrator().upgrade("head");
        assertThat(commands.run("check").exitCode()).isZero();

        commands.script("001_accounts.sql", "-- Upgrade", "CREATE TABLE accounts (id bigint);")
                .without("002_orders.sql")
                .script("003_fails.sql", "-- Upgrade", "SELECT 1 / 0;");
        CommandLineFixture.Result result = commands.run("check", "--json");

        assertThat(result.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(result.json())
                .extractingByKey("findings", InstanceOfAssertFactories.list(Map.class))
                .extracting(finding -> finding.get("kind") + " " + finding.get("revisions"))
                .containsExactly("modified [001]", "unknown [002]", "pending [003]");
    }

    @Test
    void checkTellsOfAFailedAttempt(TestDatabase database) {
        CommandLineFixture commands = commands(database).script("003_fails.sql", "-- Upgrade", "SELECT 1 / 0;");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> commands.migrator().upgrade("head"));

        assertThat(commands.run("check").out())
                .contains("- The last attempt at revision '003' failed.", "- 1 revision is pending: '003'.");
        assertThat(commands.run("show", "003").out()).contains("State:          pending, its last attempt failed");
    }

    @Test
    void checkDoesNotBlameTheScriptOfAStatementThatWasCancelled(TestDatabase database) {
        CommandLineFixture commands = commands(database)
                .script("003_slow.sql", "-- Upgrade", "SET LOCAL statement_timeout = 50; SELECT pg_sleep(20);");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> commands.migrator().upgrade("head"));

        assertThat(remedy(commands, "failed"))
                .contains("raise 'migrations.statement-timeout'")
                .doesNotContain("mend");
    }

    @Test
    void checkNamesTheRepairWhereHowFarAStatementCameCannotBeTold(TestDatabase database) {
        CommandLineFixture commands = commands(database)
                .script(
                        "003_fill.sql",
                        "-- Transactional: false",
                        "DO $$ BEGIN INSERT INTO orders VALUES (1); COMMIT; RAISE 'half'; END $$;");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> commands.migrator().upgrade("head"));

        assertThat(remedy(commands, "interrupted"))
                .contains("'migrations repair 003 --as applied'", "'migrations repair 003 --as pending'")
                .doesNotContain("upgrade");
        assertThat(commands.migrator().status().problems())
                .contains(
                        "Revision '003' was interrupted; how far it came cannot be told, so 'migrations repair 003 --as"
                                + " applied' or '--as pending' has to say what it counts as.");
        String shown = "stopped after 0 statements, and statement 1 (line 2) may have done a part of its work";
        assertThat(commands.run("repair", "--plan").out().replaceAll("\\s+", " "))
                .contains(shown);
        assertThat(commands.run("repair", "--yes").err().replaceAll("\\s+", " "))
                .contains(shown);
    }

    @Test
    void checkAdvisesNoUpgradeThatWouldBeRefused(TestDatabase database) {
        CommandLineFixture commands = commands(database);
        commands.migrator().upgrade("head");
        commands.without("002_orders.sql").script("003_ours.sql", "-- Upgrade", "SELECT 1;");

        assertThat(remedy(commands, "pending"))
                .contains("is refused while", "a build with both", "'migrations downgrade <target>'");
        assertThat(commands.run("downgrade", "001", "--yes").exitCode()).isZero();
        assertThat(remedy(commands, "pending")).isEqualTo("Apply with 'migrations upgrade'.");
    }

    /** Of the only finding of a kind. */
    private static String remedy(CommandLineFixture commands, String kind) {
        return Objects.requireNonNull(
                        (List<?>) commands.run("check", "--json").json().get("findings"))
                .stream()
                .map(Map.class::cast)
                .filter(finding -> kind.equals(finding.get("kind")))
                .map(finding -> String.valueOf(finding.get("remedy")))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void theLogTellsInALineWhyAnAttemptFailed(TestDatabase database) {
        CommandLineFixture commands = commands(database)
                .script("003_fails.sql", "-- Upgrade", "SELECT 1 / 0;")
                .script("before_upgrade.sql", "SELECT 1;");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> commands.migrator().upgrade("head"));

        List<String> lines = commands.run("log").out().lines().toList();

        assertThat(lines.get(lines.size() - 2)).contains("003").endsWith("Failed");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("    division by zero");
        assertThat(lines).filteredOn(line -> line.startsWith("    ")).hasSize(1);
    }

    @Test
    void theLogTellsAllOnDemand(TestDatabase database) {
        String reason = "because ".repeat(20).strip();
        CommandLineFixture commands = commands(database)
                .script(
                        "003_fails.sql",
                        "-- Upgrade",
                        "DO $$ BEGIN RAISE E'%s\\nand so on'; END $$;".formatted(reason));
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> commands.migrator().upgrade("head"));

        assertThat(commands.run("log").out()).contains("    because ", "...").doesNotContain(reason);
        assertThat(commands.run("log", "-v").lines()).endsWith("    " + reason, "    and so on");
    }

    @Test
    void theLogHasAHookThatFailed(TestDatabase database) {
        CommandLineFixture commands = commands(database).script("after_upgrade.sql", "SELECT nonsense;");
        assertThatExceptionOfType(HookFailedException.class)
                .isThrownBy(() -> commands.migrator().upgrade("head"));

        List<String> lines = commands.run("log").out().lines().toList();

        assertThat(lines.get(lines.size() - 2)).contains("after_upgrade.sql").endsWith("Failed");
        assertThat(lines.get(lines.size() - 1)).isEqualTo("    column \"nonsense\" does not exist");
        assertThat(commands.run("log", "--verify").exitCode()).isZero();
        assertThat(commands.run("check").exitCode()).isZero();
        assertThat(commands.run("repair", "--plan").exitCode()).isZero();
    }

    @Test
    void whatTheTargetLeavesOutIsNotPending(TestDatabase database) {
        CommandLineFixture commands = commands(database).target("001");
        commands.migrator().upgrade("001");

        assertThat(commands.run("check").exitCode()).isZero();
    }
}
