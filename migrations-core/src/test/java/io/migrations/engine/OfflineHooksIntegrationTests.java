/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.script.HookPoint;
import io.migrations.test.DatabaseTest;
import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts for psql run hooks where the engine does. */
@DatabaseTest
class OfflineHooksIntegrationTests {

    private OfflineFixture fixture;

    @BeforeEach
    void start(TestDatabase database, @TempDir Path folder) {
        assumeThat(Psql.isInstalled()).as("psql 15 or later is on the PATH").isTrue();
        fixture = new OfflineFixture(database, folder)
                .script("001_seen.sql", "-- Upgrade\n" + note("up 001") + "-- Downgrade\n" + note("down 001"))
                .script("002_more.sql", "-- Upgrade\n" + note("up 002") + "-- Downgrade\n" + note("down 002"));
        database.execute("CREATE TABLE seen (id serial, what text)");
        for (HookPoint point : HookPoint.values()) {
            fixture.script(point.fileName(), "SET search_path = nowhere, public;\n" + note(point.fileName()));
        }
    }

    private static String note(String what) {
        return "INSERT INTO seen (what) VALUES ('%s');\n".formatted(what);
    }

    private static List<String> seen(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT what FROM seen ORDER BY id")
                .query(String.class)
                .list();
    }

    private void assertSameAsTheEngine() {
        fixture.runs(fixture.upgrade("head"));
        fixture.runs(fixture.downgrade("002:base"));
        try (TestDatabase other = TestDatabase.create()) {
            other.execute("CREATE TABLE seen (id serial, what text)");
            Migrator migrator = fixture.engine.migrator(other.dataSource());
            migrator.upgrade("head");
            migrator.downgrade("base");
            assertThat(seen(fixture.database)).isEqualTo(seen(other)).hasSizeGreaterThan(10);
            assertThat(DatabaseSnapshot.of(fixture.database.jdbc())).isEqualTo(DatabaseSnapshot.of(other.jdbc()));
        }
    }

    @ParameterizedTest
    @EnumSource(TransactionPer.class)
    void eachInItsPlace(TransactionPer unit) {
        fixture.engine.transactionPer(unit);

        assertSameAsTheEngine();
    }

    @Test
    void aroundRevisionsAndInHooksOutsideTransactions() {
        fixture.script(
                        "002_more.sql",
                        "-- Transactional: false\n-- Upgrade\n" + note("up 002") + "VACUUM seen;\n" + "-- Downgrade\n"
                                + note("down 002"))
                .script("after_upgrade.sql", note("after") + "VACUUM seen;");

        assertSameAsTheEngine();
    }

    @Test
    void aFailingHookStopsTheScriptWhereTheEngineStops() {
        fixture.script("after_each_upgrade.sql", "SELECT nonsense;");

        assertThat(fixture.run(fixture.upgrade("head")).exitCode()).isNotZero();

        assertThat(seen(fixture.database)).containsExactly("before_upgrade.sql");
        assertThat(fixture.engine.applied()).isEmpty();
    }

    @Test
    void whatRefusesTransactionsIsRefusedInOne() {
        fixture.engine.transactionPer(TransactionPer.RUN);
        fixture.script("after_upgrade.sql", "VACUUM seen;");

        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> fixture.upgrade("head"))
                .withMessageStartingWith("Hooks [");
    }
}
