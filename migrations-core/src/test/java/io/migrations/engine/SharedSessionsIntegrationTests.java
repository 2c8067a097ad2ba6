/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.PgBouncer;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lock mode {@code session} behind a pooler that shares its server sessions. */
@DatabaseTest
class SharedSessionsIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder).script("001_orders.sql", "CREATE TABLE orders (id int);");
    }

    @ParameterizedTest
    @CsvSource({"transaction, 1", "transaction, 4", "statement, 1", "statement, 4"})
    void isRefusedBeforeAnythingIsSetOrLocked(String mode, int sessions, @TempDir Path folder) throws Exception {
        try (var pooler = PgBouncer.start(fixture.database, folder, mode, sessions)) {
            assertThatExceptionOfType(PoolerRefusedException.class)
                    .isThrownBy(() -> fixture.migrator(pooler.dataSource()).upgrade("head"))
                    .withMessageContainingAll("'migrations.url'", "'migrations.lock.mode'", "Nothing was changed");

            assertThat(fixture.database.tables()).isEmpty();
            assertThat(locks()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void isRefusedForEightAtOnce(int sessions, @TempDir Path folder) throws Exception {
        try (var pooler = PgBouncer.start(fixture.database, folder, "transaction", sessions)) {
            Map<Integer, String> before = PooledSessions.look(pooler, sessions);

            List<Boolean> refused = Together.run(() -> {
                try {
                    fixture.migrator(pooler.dataSource()).upgrade("head");
                    return false;
                } catch (PoolerRefusedException exception) {
                    return true;
                }
            });

            assertThat(refused).hasSize(Together.PROCESSES).containsOnly(true);
            assertThat(fixture.database.tables()).isEmpty();
            assertThat(PooledSessions.look(pooler, sessions)).isEqualTo(before);
        }
    }

    @Test
    void aStampAndARepairAreRefusedToo(@TempDir Path folder) {
        fixture.migrator().upgrade("head");
        fixture.script("001_orders.sql", "CREATE TABLE orders (id bigint);");
        try (var pooler = PgBouncer.start(fixture.database, folder, "transaction", 2)) {
            Migrator migrator = fixture.migrator(pooler.dataSource());
            Repair repair = migrator.planRepair(List.of());

            assertThatExceptionOfType(PoolerRefusedException.class)
                    .isThrownBy(() -> migrator.stamp(List.of("base"), false));
            assertThatExceptionOfType(PoolerRefusedException.class).isThrownBy(() -> migrator.repair(repair, null));
        }
    }

    @Test
    void withNothingPendingThereIsNothingToRefuse(@TempDir Path folder) {
        fixture.migrator().upgrade("head");
        try (var pooler = PgBouncer.start(fixture.database, folder, "transaction", 1)) {
            assertThat(fixture.migrator(pooler.dataSource()).upgrade("head").steps())
                    .isEmpty();
        }
    }

    private long locks() {
        return fixture.database
                .jdbc()
                .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())")
                .query(Long.class)
                .single();
    }
}
