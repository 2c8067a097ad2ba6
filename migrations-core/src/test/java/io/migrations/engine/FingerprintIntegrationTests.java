/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.history.HistoryTables;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The note of the schema that a run leaves: worth no wait and no failure. */
@DatabaseTest
class FingerprintIntegrationTests {

    @Test
    void aRunDoesNotWaitForALockThatSomebodyElseHasByNow(TestDatabase database, @TempDir Path folder)
            throws SQLException {
        MigratorFixture fixture = new MigratorFixture(database, folder)
                .lockMode(LockMode.TRANSACTION)
                .with(changed -> changed.schemaFingerprint(true).lockWait(Duration.ofMinutes(2)))
                .script("001_orders.sql", "CREATE TABLE orders (id int);");
        long key = new MigrationLock(HistoryTables.defaults().in("public"), Duration.ZERO, new MigrationListener() {})
                .key();
        try (Connection other = database.dataSource().getConnection()) {
            RunResult result = doing(fixture.migrator(), other, "SELECT pg_advisory_lock(" + key + ")")
                    .upgrade("head");

            assertThat(result.duration()).isLessThan(Duration.ofMinutes(1));
            assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded");
        }
    }

    @Test
    void aRunThatCannotReadTheSchemaStands(TestDatabase database, @TempDir Path folder) throws SQLException {
        for (LockMode mode : LockMode.values()) {
            String table = "orders_" + mode.name();
            MigratorFixture fixture = new MigratorFixture(database, folder)
                    .lockMode(mode)
                    .with(changed -> changed.schemaFingerprint(true).statementLockTimeout(Duration.ofMillis(300)))
                    .script(
                            mode.name() + "_orders.sql",
                            "CREATE TABLE %1$s (id int);%nCREATE VIEW v_%1$s AS SELECT id FROM %1$s;".formatted(table));
            try (Connection other = database.dataSource().getConnection()) {
                other.setAutoCommit(false);
                doing(fixture.migrator(), other, "LOCK TABLE " + table).upgrade("head");
            }

            assertThat(fixture.applied()).contains(mode.name());
            assertThat(fixture.journalWords()).doesNotContain("fingerprint  succeeded");
        }
        new MigratorFixture(database, folder)
                .with(changed -> changed.schemaFingerprint(true))
                .script("9_more.sql", "CREATE TABLE more (id int);")
                .migrator()
                .upgrade("head");
        assertThat(new MigratorFixture(database, folder).journalWords()).endsWith("fingerprint  succeeded");
    }

    private static Migrator doing(Migrator migrator, Connection other, String sql) {
        return migrator.withListener(new MigrationListener() {
            @Override
            public void stepCompleted(CompletedStep step) {
                try (Statement statement = other.createStatement()) {
                    statement.execute(sql);
                } catch (SQLException exception) {
                    throw new IllegalStateException(exception);
                }
            }
        });
    }
}
