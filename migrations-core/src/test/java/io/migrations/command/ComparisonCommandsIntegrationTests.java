/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.command.CommandLineFixture.Result;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class ComparisonCommandsIntegrationTests {

    @Test
    void verifyAndDriftSayWhatTheyFound(TestDatabase database, @TempDir Path folder, @TempDir Path data)
            throws IOException {
        CommandLineFixture fixture = CommandLineFixture.on(database, folder)
                .script(
                        "001_orders.sql",
                        "-- Upgrade",
                        "CREATE TABLE orders (id int);",
                        "-- Downgrade",
                        "DROP TABLE orders;")
                .script(
                        "002_note.sql",
                        "-- Upgrade",
                        "ALTER TABLE orders ADD COLUMN note text;",
                        "-- Downgrade",
                        "ALTER TABLE orders DROP COLUMN note;")
                .script("003_one_way.sql", "CREATE INDEX orders_id ON orders (id);");
        assertThat(fixture.run("upgrade").exitCode()).isZero();

        Result sound = fixture.run("verify", "--json");
        assertThat(sound.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(sound.json()).containsEntry("sound", true);
        assertThat(fixture.run("verify", "--reversible").exitCode()).isEqualTo(ExitCode.FOUND);
        Path rows = Files.writeString(data.resolve("rows.sql"), "INSERT INTO orders VALUES (1);");
        assertThat(fixture.run("verify", "002", "--data", rows.toString()).out())
                .startsWith("Each downgrade restores what was there: 2 revisions");

        fixture.script("004_broken.sql", "-- Upgrade", "CREATE TABLE lines (id int);", "-- Downgrade", "SELECT 1;");
        Result broken = fixture.run("verify");
        assertThat(broken.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(broken.out())
                .contains("The downgrade of revision '004' does not restore what was there:", "lines", "left behind");
        fixture.without("004_broken.sql");

        assertThat(fixture.run("drift").exitCode()).isEqualTo(ExitCode.DONE);
        database.execute("ALTER TABLE orders ALTER COLUMN id TYPE bigint");
        Result drift = fixture.run("drift");
        assertThat(drift.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(drift.out()).contains("The schema is not what the applied revisions make", "bigint");
        Result quick = fixture.run("drift", "--fingerprint", "--json");
        assertThat(quick.exitCode()).isEqualTo(ExitCode.FOUND);
        assertThat(quick.json()).containsEntry("fingerprint", "changed").doesNotContainKey("differences");
        assertThat(fixture.run("verify", "--data", "nowhere.sql").err()).contains("nowhere.sql");
    }
}
