/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.history.HistoryTables;
import io.migrations.test.DatabaseTest;
import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What scripts for psql refuse, keep and leave behind; and that the engine goes on from there. */
@DatabaseTest
class OfflineScriptIntegrationTests {

    private OfflineFixture fixture;

    @BeforeEach
    void start(TestDatabase database, @TempDir Path folder) {
        assumeThat(Psql.isInstalled()).as("psql 15 or later is on the PATH").isTrue();
        fixture = new OfflineFixture(database, folder)
                .script("001_orders.sql", "-- Upgrade\nCREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;")
                .script(
                        "002_notes.sql",
                        "-- Upgrade\nALTER TABLE orders ADD notes text;\n-- Downgrade\nALTER TABLE orders DROP notes;");
    }

    private void refused(String script, String... words) {
        List<String> tables = fixture.database.tables();
        List<String> applied = fixture.engine.applied();

        Psql.Run run = fixture.run(script);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.output()).contains(words);
        assertThat(fixture.database.tables()).isEqualTo(tables);
        assertThat(fixture.engine.applied()).isEqualTo(applied);
    }

    private void assertVerified() {
        assertThat(fixture.engine.journal()).isNotEmpty();
        assertThat(fixture.engine.migrator().verifyJournal()).matches(JournalVerification::isSound);
    }

    private String text(String sql) {
        return fixture.database.jdbc().sql(sql).query(String.class).single();
    }

    @Test
    void theEngineAndScriptsTakeTurns() {
        fixture.runs(fixture.upgrade("001"));
        fixture.engine.migrator().upgrade("head");
        fixture.runs(fixture.downgrade("002:001"));
        fixture.runs(fixture.upgrade("001:head"));
        fixture.engine.migrator().downgrade("base");

        assertThat(fixture.engine.journalWords())
                .containsExactly(
                        "upgrade 001 succeeded",
                        "upgrade 002 succeeded",
                        "downgrade 002 succeeded",
                        "upgrade 002 succeeded",
                        "downgrade 002 succeeded",
                        "downgrade 001 succeeded");
        assertVerified();
        assertThat(fixture.database.tables()).containsExactly("migrations_journal", "migrations_revision");
    }

    @Test
    void theJournalTellsWhoRanIt() {
        fixture.runs(fixture.upgrade("head"));

        var actor = fixture.engine.journal().get(0).actor();
        assertThat(actor.databaseUser()).isEqualTo(text("SELECT session_user"));
        assertThat(actor.application()).isEqualTo("tests (psql)");
        assertThat(actor.applicationVersion()).isEqualTo("1.0");
        assertThat(actor.osUser()).isEqualTo("unknown");
        assertThat(actor.host()).isNotEmpty();
    }

    @Test
    void runTwiceItIsRefused() {
        String script = fixture.upgrade("head");
        fixture.runs(script);

        refused(
                script,
                "This script starts from base, but the database is at 002; it also has 001, 002.",
                "Nothing was changed");
    }

    @Test
    void aDatabaseElsewhereIsRefusedAndGetsNoTables() {
        refused(fixture.upgrade("001:head"), "This script starts from 001, but the database is at base; it lacks 001.");
        refused(fixture.downgrade("002:base"), "starts from 002, but the database is at base");
    }

    @Test
    void whileTheLockIsHeldItIsRefused() throws SQLException {
        fixture.runs(fixture.upgrade("001"));
        var lock = new MigrationLock(
                fixture.engine.settings().tables().in("public"),
                fixture.engine.settings().lockWait(),
                new MigrationListener() {});
        try (Connection connection = fixture.database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SET application_name = 'the other one'");
            lock.acquire(Session.open(new OneConnection(connection)).jdbc());

            refused(fixture.upgrade("001:head"), "(the other one)", "when that session is done");
        }
    }

    @Test
    void aFailingStatementTakesItsRevisionWithItAndEndsTheScript() {
        fixture.script("003_broken.sql", "CREATE TABLE broken (id int); SELECT 1/0;")
                .script("004_after.sql", "CREATE TABLE after_it (id int);");

        Psql.Run run = fixture.run(fixture.upgrade("head"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output())
                .contains("division by zero", "upgrade 003 broken")
                .doesNotContain("done");
        assertThat(fixture.engine.applied()).containsExactly("001", "002");
        assertThat(fixture.database.tables()).containsExactly("migrations_journal", "migrations_revision", "orders");
        fixture.script("003_broken.sql", "CREATE TABLE broken (id int);");
        fixture.engine.migrator().upgrade("head");
        assertThat(fixture.database.tables()).contains("broken", "after_it");
        assertVerified();
    }

    @Test
    void whatOneRevisionDoesToTheSessionDoesNotReachTheNextNorTheHistory() {
        String role = "offline_" + fixture.database.name();
        fixture.database.execute(
                "CREATE ROLE %1$s; CREATE SCHEMA app; GRANT ALL ON SCHEMA public TO %1$s".formatted(role));
        fixture.script("003_leaky.sql", """
                        CREATE TEMP TABLE plain (id int);
                        SET work_mem = '1MB';
                        SET client_encoding = 'LATIN1';
                        SET search_path = app;
                        SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;
                        SET SESSION AUTHORIZATION %s;
                        """.formatted(role)).script("004_plain.sql", """
                        CREATE TABLE plain AS SELECT current_user::text AS who, current_setting('work_mem') AS memory, 'ä' AS a;
                        """);
        try {
            fixture.runs(fixture.upgrade("head"));

            assertThat(text("SELECT who || memory || a FROM public.plain"))
                    .isEqualTo(text("SELECT current_user || current_setting('work_mem') || 'ä'"));
            assertThat(fixture.engine.applied()).containsExactly("001", "002", "003", "004");
            assertVerified();
        } finally {
            fixture.database.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
        }
    }

    @Test
    void whatTheCallerSetBeforeItHoldsForAllRevisions() {
        fixture.database.execute("CREATE SCHEMA app");

        fixture.runs(fixture.upgrade("head"), "-c", "SET search_path = app");

        assertThat(text("SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables WHERE schemaname = 'app'"))
                .isEqualTo("migrations_journal migrations_revision orders");
    }

    @Test
    void aSchemaOfItsOwnIsCreatedWhateverItsName() {
        var tables = new HistoryTables("my \"own\" :USER", "applied '%s'", "journal:USER", "repeatable:'USER'");
        MigratorSettings own = fixture.engine.settings();
        fixture.engine.settings(own.but()
                .tables(tables)
                .application(null)
                .applicationVersion(null)
                .build());

        fixture.runs(fixture.upgrade("head"));

        assertThat(fixture.engine.applied()).containsExactly("001", "002");
        assertThat(fixture.engine.migrator().planUpgrade("head").isEmpty()).isTrue();
        assertThat(fixture.engine.journal().get(0).actor().application()).isEqualTo("psql");
        assertVerified();
    }

    @Test
    void anEmptyPlanDoesNothing() {
        Psql.Run run = fixture.run(fixture.upgrade("002:head"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.output()).isEqualTo("Upgrade from 002 to 002: nothing to do\n");
        assertThat(fixture.database.tables()).isEmpty();
    }

    @Test
    void aStampOnlyRecords() {
        fixture.runs(fixture.stamp("head"));
        assertThat(fixture.engine.applied()).containsExactly("001", "002");
        fixture.runs(fixture.stamp("head:001"));

        assertThat(fixture.engine.applied()).containsExactly("001");
        assertThat(fixture.database.tables()).containsExactly("migrations_journal", "migrations_revision");
        assertThat(fixture.engine.journalWords())
                .containsExactly("stamp 001 succeeded", "stamp 002 succeeded", "stamp 002 succeeded");
        assertThat(fixture.engine.journal())
                .extracting(entry -> entry.failure().message())
                .containsExactly(Stamping.APPLIED, Stamping.APPLIED, Stamping.NOT_APPLIED);
        assertVerified();
    }

    @Test
    void oneTransactionForAllKeepsAllOrNothing() {
        MigratorSettings own = fixture.engine.settings();
        fixture.engine.settings(own.but()
                .transactionPer(TransactionPer.RUN)
                .application(null)
                .applicationVersion(null)
                .build());
        fixture.script("003_broken.sql", "SELECT 1/0;");

        assertThat(fixture.run(fixture.upgrade("head")).exitCode()).isEqualTo(3);
        assertThat(fixture.engine.applied()).isEmpty();
        assertThat(fixture.database.tables()).doesNotContain("orders");

        fixture.runs(fixture.upgrade("002"));
        assertThat(fixture.engine.applied()).containsExactly("001", "002");
        assertVerified();
        fixture.script("003_broken.sql", "VACUUM;");
        assertThatExceptionOfType(TransactionRequiredException.class).isThrownBy(() -> fixture.upgrade("head"));
    }

    @Test
    void theEngineGoesOnWhereAScriptStoppedOutsideATransaction() {
        fixture.script("003_outside.sql", """
                        -- Transactional: false

                        INSERT INTO orders VALUES (1);
                        CREATE INDEX CONCURRENTLY orders_id ON orders (id);
                        SELECT 1 / (count(*) - 1) FROM orders;
                        """);
        Psql.Run run = fixture.run(fixture.upgrade("head"));
        assertThat(run.output()).contains("division by zero");
        assertThat(fixture.engine.applied()).containsExactly("001", "002");
        assertThat(fixture.engine.journalWords())
                .endsWith("upgrade 003 running", "upgrade 003 running", "upgrade 003 running");

        refused(fixture.upgrade("002:head"), "The upgrade of revision '003' stopped half-way");
        fixture.database.execute("INSERT INTO orders VALUES (2)");
        fixture.engine.migrator().upgrade("head");

        assertThat(fixture.engine.applied()).containsExactly("001", "002", "003");
        assertThat(text("SELECT count(*)::text FROM orders")).isEqualTo("2");
        assertVerified();
    }

    @Test
    void anInvalidIndexIsNotTakenForTheOneThatWasWanted() {
        fixture.runs(fixture.upgrade("head"));
        fixture.database.execute("INSERT INTO orders VALUES (1), (1)");
        fixture.run("CREATE UNIQUE INDEX CONCURRENTLY \"Orders_id\" ON orders (id);");
        fixture.script(
                "003_index.sql",
                "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"Orders_id\" ON ONLY public.orders (id);");

        Psql.Run run = fixture.run(fixture.upgrade("002:head"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output()).contains("Index \"Orders_id\" is there, but invalid.");
        assertThat(fixture.engine.applied()).containsExactly("001", "002");
        // It was there before the attempt, so it is its owner's to drop.
        fixture.database.execute("DROP INDEX \"Orders_id\"");
        fixture.database.execute("DELETE FROM orders");
        fixture.engine.migrator().upgrade("head");
        assertThat(fixture.engine.applied()).containsExactly("001", "002", "003");
        assertVerified();
    }

    @Test
    void aRevisionThatGivesTheLockAwayIsTheLast() {
        fixture.script("003_unlock.sql", "DO $$ BEGIN PERFORM pg_advisory_unlock_all(); END $$;")
                .script("004_after.sql", "CREATE TABLE after_it (id int);");

        Psql.Run run = fixture.run(fixture.upgrade("head"));

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.output()).contains("does not hold the migration lock any more");
        assertThat(fixture.engine.applied()).containsExactly("001", "002", "003");
    }

    @Test
    void aRevisionWithoutAWayBackIsRefusedWhenTheScriptIsWritten() {
        fixture.script("003_forward.sql", "CREATE TABLE forward (id int);");

        assertThatExceptionOfType(IrreversibleRevisionException.class)
                .isThrownBy(() -> fixture.downgrade("head:base"))
                .satisfies(exception -> assertThat(exception.revisions()).containsExactly("003"));
    }
}
