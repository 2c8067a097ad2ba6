/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import io.migrations.test.DatabaseTest;
import io.migrations.test.PgBouncer;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

/** The lock mode {@code transaction} behind PgBouncer in transaction mode: what one client leaves, another one finds. */
@DatabaseTest
class TransactionPoolingIntegrationTests {

    private static final int SESSIONS = 3;

    /** All that a script can leave on a session, and no transaction takes away. */
    private static final String LEAKY = """
            SET search_path = pg_catalog;
            SET work_mem = '1MB';
            SET lock_timeout = '77s';
            SET application_name = 'leaky';
            SELECT set_config('statement_timeout', '12345', false);
            SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;
            LISTEN leaky;
            PREPARE leaky AS SELECT 1;
            CREATE TEMP TABLE leaky (id int);
            DECLARE leaky CURSOR WITH HOLD FOR SELECT 1;
            SELECT pg_advisory_lock(4711), pg_advisory_lock(4711), pg_advisory_lock_shared(-1, -2),
                   pg_advisory_lock(-5);
            SET SESSION AUTHORIZATION leaky_$name;
            SET ROLE leaky_$name;
            """;

    @RevisionHeader(id = "004")
    static final class LeakyCode implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.jdbc().sql("SET work_mem = '2MB'").update();
            op.jdbc().sql("PREPARE leaky_code AS SELECT 1").update();
            for (int i = 0; i < 20; i++) {
                op.jdbc().sql("INSERT INTO orders VALUES (?)").param(i).update();
            }
        }
    }

    private MigratorFixture fixture;
    private PgBouncer pooler;

    @BeforeEach
    void startPooler(TestDatabase database, @TempDir Path folder, @TempDir Path poolersFolder) {
        pooler = PgBouncer.start(database, poolersFolder, "transaction", SESSIONS);
        fixture = new MigratorFixture(database, folder)
                .lockMode(LockMode.TRANSACTION)
                .script("001_orders.sql", "CREATE TABLE orders (id int);");
    }

    @AfterEach
    void stopPooler() {
        if (pooler != null) {
            pooler.close();
        }
    }

    @Test
    void eightAtOnceRunEachRevisionOnce() throws Exception {
        fixture.script("002_slow.sql", "INSERT INTO orders VALUES (1); SELECT pg_sleep(0.2);")
                .script("003_more.sql", "INSERT INTO orders VALUES (2);")
                .script("before_upgrade.sql", "INSERT INTO hooks VALUES (1);")
                .script("repeatable/total.sql", "CREATE OR REPLACE VIEW total AS SELECT count(*) FROM orders;");
        fixture.database.execute("CREATE TABLE hooks (id int)");

        List<RunResult> results =
                Together.run(() -> fixture.migrator(pooler.dataSource()).upgrade("head"));

        assertThat(results.stream().flatMap(result -> result.steps().stream())).hasSize(3);
        assertThat(fixture.applied()).containsExactly("001", "002", "003");
        assertThat(fixture.journalWords())
                .containsExactly(
                        "upgrade 001 succeeded",
                        "upgrade 002 succeeded",
                        "upgrade 003 succeeded",
                        "repeat total succeeded");
        assertThat(count("SELECT count(*) FROM orders")).isEqualTo(2);
    }

    @Test
    void nothingThatScriptsSetIsFoundByOtherClientsOrByTheNextRevision() throws Exception {
        leaky("002_leaky.sql", "");
        leaky("before_upgrade.sql", "");
        leaky("after_each_upgrade.sql", "");
        leaky("repeatable/leaky.sql", "CREATE OR REPLACE VIEW public.leaky AS SELECT 1 AS one;");
        fixture.script("003_plain.sql", "CREATE TABLE plain AS SELECT current_setting('work_mem'), current_user;")
                .revisions(new LeakyCode());
        Map<Integer, String> before = PooledSessions.look(pooler, SESSIONS);

        fixture.migrator(pooler.dataSource()).upgrade("head");

        assertThat(PooledSessions.look(pooler, SESSIONS)).isEqualTo(before);
        assertThat(fixture.applied()).containsExactly("001", "002", "003", "004");
        assertThat(count("SELECT count(*) FROM plain WHERE current_setting <> '1MB' AND current_user = '"
                        + fixture.database.username() + "'"))
                .isEqualTo(1);
    }

    @Test
    void nothingThatAFailedScriptSetsIsFoundByOtherClients() throws Exception {
        leaky("002_leaky.sql", "SELECT 1/0;");
        Map<Integer, String> before = PooledSessions.look(pooler, SESSIONS);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator(pooler.dataSource()).upgrade("head"));

        assertThat(PooledSessions.look(pooler, SESSIONS)).isEqualTo(before);
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded", "upgrade 002 failed");
    }

    @Test
    void whatOtherClientsHadSetIsLeftToThem() throws Exception {
        try (Connection other = pooler.dataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute("SET work_mem = '3MB'");
            statement.execute("LISTEN theirs");
            statement.execute("PREPARE theirs AS SELECT 1");
            statement.execute("SELECT pg_advisory_lock(99)");
        }
        leaky("002_leaky.sql", "");
        Map<Integer, String> before = PooledSessions.look(pooler, 1);
        assertThat(before.values()).singleElement().asString().contains("work_mem=3072", "{theirs}", "{99}");

        fixture.migrator(pooler.dataSource()).upgrade("head");

        assertThat(PooledSessions.look(pooler, 1)).isEqualTo(before);
    }

    @Test
    void stampDowngradeAndRepairLeaveNothingEither() throws Exception {
        leaky("after_downgrade.sql", "");
        fixture.script("002_more.sql", "INSERT INTO orders VALUES (1);\n-- Downgrade\nDELETE FROM orders;");
        Map<Integer, String> before = PooledSessions.look(pooler, SESSIONS);
        Migrator migrator = fixture.migrator(pooler.dataSource());
        migrator.stamp(List.of("001"), false);
        fixture.database.execute("CREATE TABLE orders (id int)");
        migrator.upgrade("head");
        migrator.downgrade("001");
        fixture.script("001_orders.sql", "CREATE TABLE orders (id bigint);");
        Migrator edited = fixture.migrator(pooler.dataSource());
        edited.repair(edited.planRepair(List.of()), null);

        assertThat(PooledSessions.look(pooler, SESSIONS)).isEqualTo(before);
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void revisionsOutsideATransactionAreRefusedWithAdvice() {
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY orders_id ON orders (id);");

        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> fixture.migrator(pooler.dataSource()).upgrade("head"))
                .withMessageContaining("direct connection with the lock mode 'session'");

        assertThat(fixture.applied()).isEmpty();
    }

    @Test
    void statementsRepeatedOftenArePreparedNowhereAndThePoolsConnectionPreparesAgainLater() throws Exception {
        IntStream.range(100, 120)
                .forEach(i -> fixture.script(i + "_a.sql", "INSERT INTO orders VALUES (%d);".formatted(i)));
        var config = new HikariConfig();
        config.setDataSource(pooler.dataSource());
        config.setMaximumPoolSize(1);
        try (var pool = new HikariDataSource(config)) {
            Map<Integer, String> before = PooledSessions.look(pooler, SESSIONS);
            fixture.migrator(pool).upgrade("head");
            for (int i = 0; i < 10; i++) {
                assertThat(fixture.migrator(pool).status().pending()).isZero();
            }

            assertThat(PooledSessions.look(pooler, SESSIONS)).isEqualTo(before);
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.unwrap(PGConnection.class).getPrepareThreshold())
                        .isEqualTo(5);
            }
        }
        assertThat(fixture.applied()).hasSize(21);
    }

    @Test
    void aTransactionThatEndedBeforeTakesNothingFromTheServerSessionThatComesNext() throws Exception {
        try (Session session = Session.open(pooler.dataSource());
                Connection first = pooler.dataSource().getConnection();
                Connection second = pooler.dataSource().getConnection()) {
            DriverState.forgoServerPrepared(session.connection());
            DriverState.forgoServerPrepared(first);
            DriverState.forgoServerPrepared(second);
            session.prepareForTransactions();
            session.beginReadCommitted();
            var lent = new LentSession(session, null, 1);
            session.connection().rollback();
            first.setAutoCommit(false);
            try (var one = first.createStatement();
                    var other = second.createStatement()) {
                one.execute("SELECT 1");
                other.execute("PREPARE theirs AS SELECT 1");

                lent.giveBackAfterFault();

                session.connection().rollback();
                other.execute("EXECUTE theirs");
            }
            first.rollback();
        }
    }

    private void leaky(String file, String end) {
        String role = "leaky_" + fixture.database.name();
        fixture.database.execute("DO $$ BEGIN CREATE ROLE %1$s; GRANT ALL ON SCHEMA public TO %1$s;".formatted(role)
                + " EXCEPTION WHEN duplicate_object THEN NULL; END $$");
        String text = LEAKY.replace("$name", fixture.database.name());
        fixture.script(file, file.startsWith("repeatable") ? end + text : text + end);
    }

    private long count(String query) {
        return fixture.database.jdbc().sql(query).query(Long.class).single();
    }
}
