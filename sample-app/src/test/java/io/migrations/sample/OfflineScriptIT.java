/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --sql} prints goes into psql as it is. */
@DatabaseTest
class OfflineScriptIT {

    @TempDir
    private Path folder;

    @BeforeEach
    void psqlIsThere() {
        assumeThat(Psql.isInstalled()).as("psql 15 or later is on the PATH").isTrue();
    }

    private void runs(TestDatabase database, String script) {
        Psql.Run run = new Psql(database, folder).run(script);
        assertThat(run.exitCode()).as(run.output()).isZero();
    }

    private static CommandRun command(TestDatabase database, String... arguments) {
        CommandRun run = CommandRun.of(database, arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run;
    }

    @Test
    void upInPsqlKnownToTheApplicationAndDownInPsql(TestDatabase database) {
        String up = command(database, "upgrade", "head", "--sql").out();
        assertThat(database.tables())
                .as("the command leaves the database alone")
                .isEmpty();
        runs(database, up);
        assertThat(database.tables()).contains("orders", "migrations_revision");
        assertThat(command(database, "upgrade", "--json").json().path("steps")).isEmpty();

        runs(database, command(database, "downgrade", "head:007", "--sql").out());
        try (TestDatabase other = TestDatabase.create()) {
            command(other, "upgrade", "007");
            assertThat(CatalogFingerprint.of(database)).isEqualTo(CatalogFingerprint.of(other));
        }
    }

    @Test
    void theScriptIsAJsonStringIfJsonIsAskedFor(TestDatabase database) {
        assertThat(command(database, "upgrade", "001:002", "--sql", "--json")
                        .json()
                        .path("sql")
                        .asString())
                .startsWith("-- Upgrade from 001 to 002.");
    }
}
