/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database's life by commands: plan, upgrade, stamp, downgrade, also with an older build, and the log of it all. */
@DatabaseTest
class RunCommandsIT {

    @Test
    void aDatabaseGoesUpAndDownAndTheLogTellsIt(TestDatabase database) {
        CommandRun plan = CommandRun.of(database, "plan", "001");
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).isEqualTo("""
                Upgrade from base to 001: 2 steps
                  000  baseline
                  001  add order notes
                """);
        assertThat(database.tables()).isEmpty();

        CommandRun upgrade = CommandRun.of(database, "upgrade", "001");
        assertThat(upgrade.exitCode()).as(upgrade.err()).isZero();
        assertThat(upgrade.out())
                .matches("Applied 000 baseline \\(\\d+ ms\\)\nApplied 001 add order notes \\(\\d+ ms\\)\nThe"
                        + " database is at 001\\.\n");
        assertThat(upgrade.err()).contains("Applying 001 add order notes (2 of 2)");
        assertThat(CommandRun.of(database, "upgrade", "001").out()).isEqualTo("""
                Nothing to do: the database is at 001.
                """);

        CommandRun refused = CommandRun.of(database, "downgrade", "-1");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("This may lose data:", "001: ALTER TABLE", "'--yes'");
        assertThat(CommandRun.of(database, "upgrade", "--json").json().path("heads"))
                .hasSize(1);
        assertThat(CommandRun.of(database, "downgrade", "000", "--yes", "--json")
                        .json()
                        .path("heads")
                        .get(0)
                        .asString())
                .isEqualTo("000");

        CommandRun log = CommandRun.of(database, "log");
        assertThat(log.out().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80))
                .first()
                .asString()
                .matches("Date +Version +Description +Applied By +Status");
        assertThat(log.out()).contains("Applied", "Downgraded");
        assertThat(CommandRun.of(database, "log", "--verify").exitCode()).isZero();
        database.execute("UPDATE migrations_journal SET host = 'elsewhere' WHERE id = 2");
        CommandRun broken = CommandRun.of(database, "log", "--verify");
        assertThat(broken.exitCode()).isEqualTo(3);
        assertThat(broken.out()).contains("Row 2 (upgrade of '001') does not follow");
    }

    @Test
    void anOlderBuildUndoesWhatItNeverShipped(TestDatabase database, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("900_more.sql"), """
                -- Revises: 000
                -- Branch labels: more
                -- Upgrade
                CREATE TABLE more (id int);
                -- Downgrade
                DROP TABLE more; -- \u001b[2K
                """);
        String newer = "--migrations.locations=classpath:db/migrations,file:" + folder;
        assertThat(CommandRun.of(database, "upgrade", "more@head", newer).exitCode())
                .isZero();

        CommandRun shown = CommandRun.of(database, "downgrade", "000");
        assertThat(shown.exitCode()).isEqualTo(1);
        assertThat(shown.err())
                .contains("This build does not know revision 900 more.", "    DROP TABLE more; -- \\u001b[2K");
        assertThat(database.tables()).contains("more");

        CommandRun downgrade = CommandRun.of(database, "downgrade", "000", "--yes");
        assertThat(downgrade.exitCode()).as(downgrade.err()).isZero();
        assertThat(downgrade.out()).contains("Downgraded 900 more", "The database is at 000.");
        assertThat(database.tables()).doesNotContain("more");
    }

    @Test
    void aStampAdoptsADatabaseAndPurgesIt(TestDatabase database) {
        CommandRun plan = CommandRun.of(database, "stamp", "001", "--plan");
        assertThat(plan.out()).contains("Would be recorded as applied: 001 add order notes");
        assertThat(database.tables()).isEmpty();

        CommandRun stamp = CommandRun.of(database, "stamp", "001", "--json");
        assertThat(stamp.exitCode()).as(stamp.err()).isZero();
        assertThat(stamp.json().path("added")).hasSize(2);
        assertThat(database.tables())
                .containsExactly("migrations_journal", "migrations_repeatable", "migrations_revision");
        database.execute("UPDATE migrations_revision SET revision = 'lost' WHERE revision = '001'");

        CommandRun unasked = CommandRun.of(database, "stamp", "000", "--purge");
        assertThat(unasked.exitCode()).isEqualTo(1);
        assertThat(unasked.err()).contains("'--yes'", "lost (this build does not know it");
        CommandRun purge = CommandRun.of(database, "stamp", "000", "--purge", "--yes");
        assertThat(purge.exitCode()).as(purge.err()).isZero();
        assertThat(purge.out()).contains("Recorded as not applied: lost");
        assertThat(CommandRun.of(database, "stamp", "000").out()).isEqualTo("""
                Nothing to do: the database is at 000.
                """);
    }
}
