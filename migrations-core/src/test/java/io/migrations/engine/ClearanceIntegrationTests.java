/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Views of repeatable scripts give way to a revision that changes what is under them, and come back. */
@DatabaseTest
class ClearanceIntegrationTests {

    private static final String TOTALS = "repeatable/totals.sql";
    private static final String WIDEN = "ALTER TABLE orders ALTER COLUMN amount TYPE bigint;";
    private static final String RENAME = "ALTER TABLE orders DROP COLUMN amount, ADD COLUMN quantity int;";

    private MigratorFixture fixture;
    private String reader;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        reader = "reader_" + database.name();
        database.execute("CREATE ROLE " + reader);
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int, amount int); INSERT INTO orders VALUES (1, 2);")
                .script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT amount AS total FROM orders;")
                .script(
                        "repeatable/zop.sql",
                        "-- Depends on: totals\nCREATE OR REPLACE VIEW zop AS SELECT total FROM totals;");
        fixture.migrator().upgrade("head");
        database.execute("GRANT SELECT ON totals, zop TO " + reader);
    }

    @AfterEach
    void dropRole() {
        fixture.database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(reader));
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void theTypeOfAColumnUnderAViewChanges(LockMode mode) {
        fixture.lockMode(mode).script("002_widen.sql", WIDEN + "INSERT INTO orders VALUES (2, 3000000000);");

        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.repeatables()).isEmpty();
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT max(total) FROM zop")
                        .query(Long.class)
                        .single())
                .isEqualTo(3000000000L);
        assertThatPrivilegesAreThere();
        assertThat(fixture.journalWords()).endsWith("upgrade 002 succeeded").doesNotContain("upgrade 002 failed");
        assertThat(fixture.migrator().upgrade("head").plan().isEmpty()).isTrue();
    }

    @Test
    void allRevisionsInOneTransaction() {
        MigratorSettings settings = fixture.settings();
        fixture.settings(settings.but().transactionPer(TransactionPer.RUN).build())
                .script("002_widen.sql", WIDEN)
                .script("003_narrow.sql", "ALTER TABLE orders ALTER COLUMN amount TYPE numeric;");

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002", "003");
        assertThatPrivilegesAreThere();
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aColumnGoesAndTheScriptsThatChangedWithItComeBackAfterTheRevisions(LockMode mode) {
        fixture.lockMode(mode).script("002_rename.sql", RENAME);
        writeScriptsWithoutAmount();

        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.repeatables()).extracting(CompletedRepeatable::name).containsExactly("totals", "zop");
        assertThatPrivilegesAreThere();
    }

    @Test
    void aProcessKilledBetweenTheRevisionAndTheScriptsLosesNoPrivilege() throws Exception {
        fixture.script("002_rename.sql", RENAME);
        writeScriptsWithoutAmount();
        fixture.script("repeatable/a_slow.sql", "SELECT pg_sleep(60);");
        Process process = MigratorProcess.start(fixture.database, fixture.folder);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> fixture.database
                        .jdbc()
                        .sql(
                                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)' AND datname ="
                                        + " current_database())")
                        .query(Boolean.class)
                        .single());

        process.destroyForcibly().waitFor();

        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(exists("totals")).isFalse();
        assertThat(fixture.without("repeatable/a_slow.sql")
                        .migrator()
                        .planUpgrade("head")
                        .repeatables())
                .containsExactly("totals", "zop");
        fixture.migrator().upgrade("head");
        assertThatPrivilegesAreThere();
    }

    @Test
    void aConnectionThatBreaksAtTheCommitOfTheRevisionLeavesAllAsItWas() {
        fixture.script("002_widen.sql", WIDEN);

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() ->
                        fixture.migrator(new CutOffDataSource(fixture.database)).upgrade("head"));

        assertThat(fixture.applied()).containsExactly("001");
        assertThatPrivilegesAreThere();
        fixture.migrator().upgrade("head");
        assertThatPrivilegesAreThere();
    }

    @Test
    void aLaterFailureOfTheRevisionLeavesAllAsItWas() {
        fixture.script("002_widen.sql", WIDEN + "SELECT 1 / 0;");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo("22012"));

        assertThatPrivilegesAreThere();
    }

    @Test
    void anotherViewOnTopKeepsTheRevisionFromRunning() {
        fixture.database.execute("CREATE VIEW by_hand AS SELECT total FROM totals");
        fixture.script("002_widen.sql", WIDEN);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo("0A000"));

        assertThat(exists("by_hand")).isTrue();
        assertThatPrivilegesAreThere();
    }

    @Test
    void aScriptThatVanishedFromTheBuildComesBackAsItWas() {
        fixture.without("repeatable/zop.sql").without(TOTALS).script("002_widen.sql", WIDEN);

        fixture.migrator().upgrade("head");

        assertThatPrivilegesAreThere();
    }

    @Test
    void aScriptThatVanishedAndNoLongerWorksKeepsTheRevisionFromRunning() {
        fixture.without("repeatable/zop.sql").without(TOTALS).script("002_rename.sql", RENAME);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessageContaining("repeatable script 'totals' in the database");

        assertThatPrivilegesAreThere();
    }

    @Test
    void aDowngradeGetsThemOutOfItsWayToo() {
        fixture.script(
                "002_widen.sql", "-- Upgrade\n" + WIDEN + "\n-- Downgrade\nALTER TABLE orders ALTER amount TYPE int;");
        fixture.migrator().upgrade("head");

        fixture.migrator().downgrade("001");

        assertThatPrivilegesAreThere();
        assertThat(fixture.migrator().upgrade("head").steps()).hasSize(1);
        assertThatPrivilegesAreThere();
    }

    @Test
    void outsideATransactionNothingGivesWay() {
        fixture.script("002_widen.sql", "-- Transactional: false\n" + WIDEN);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo("0A000"));

        assertThatPrivilegesAreThere();
    }

    private void writeScriptsWithoutAmount() {
        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT quantity AS total FROM orders;");
    }

    private void assertThatPrivilegesAreThere() {
        assertThat(List.of("totals", "zop"))
                .allSatisfy(view -> assertThat(fixture.database
                                .jdbc()
                                .sql("SELECT has_table_privilege(?, ?, 'SELECT')")
                                .params(reader, view)
                                .query(Boolean.class)
                                .single())
                        .isTrue());
    }

    private boolean exists(String view) {
        return fixture.database
                .jdbc()
                .sql("SELECT to_regclass(?) IS NOT NULL")
                .param(view)
                .query(Boolean.class)
                .single();
    }
}
