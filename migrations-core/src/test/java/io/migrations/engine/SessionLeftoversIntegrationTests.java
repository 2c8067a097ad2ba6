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
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that a script may leave in its session, seen by the next revision and by a pool of one connection. */
@DatabaseTest
class SessionLeftoversIntegrationTests {

    private static final String LEAKY = """
            LISTEN leaky;
            PREPARE leaky AS SELECT 1;
            DECLARE leaky CURSOR WITH HOLD FOR SELECT * FROM generate_series(1, 3);
            SELECT pg_advisory_lock(5), pg_advisory_lock(-5), pg_advisory_lock_shared(6), pg_advisory_lock(1, -2);
            SELECT pg_advisory_lock(5);
            CREATE TEMP TABLE leaky (id serial PRIMARY KEY);
            CREATE TEMP VIEW leaky_view AS SELECT * FROM leaky;
            CREATE FUNCTION pg_temp.leaky(a int) RETURNS int LANGUAGE sql AS 'SELECT $1';
            CREATE TYPE pg_temp.leaky_mood AS ENUM ('bad');
            SELECT nextval('numbers');
            SET app.tenant = 'leaky';
            SET SESSION app.other TO 'leaky';
            DO $$ BEGIN PERFORM set_config('app.body', 'leaky', false); END $$;
            SET search_path = pg_catalog;
            SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE;
            SET application_name = 'leaky';
            """;

    /** What there is of a session, as a query. */
    private static final String SEEN = """
            SELECT session_user::text AS session_user, current_user::text AS user,
                   current_setting('search_path') AS search_path,
                   current_setting('default_transaction_isolation') AS isolation,
                   (SELECT array_agg(c ORDER BY c)::text FROM pg_listening_channels() AS c) AS channels,
                   (SELECT array_agg(name ORDER BY name)::text FROM pg_prepared_statements WHERE from_sql) AS prepared,
                   (SELECT array_agg(name ORDER BY name)::text FROM pg_cursors WHERE is_holdable) AS cursors,
                   (SELECT array_agg(classid || ' ' || objid || ' ' || mode ORDER BY classid, objid)::text
                      FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                       AND objid::bigint < 1000) AS locks,
                   (SELECT array_agg(relname ORDER BY relname)::text FROM pg_class
                     WHERE relnamespace = pg_my_temp_schema()) AS temporary,
                   (SELECT count(*) FROM pg_proc WHERE pronamespace = pg_my_temp_schema()) AS functions,
                   (SELECT count(*) FROM pg_type WHERE typnamespace = pg_my_temp_schema()) AS types,
                   nullif(current_setting('app.tenant', true), '') AS tenant,
                   nullif(current_setting('app.other', true), '') AS other,
                   nullif(current_setting('app.body', true), '') AS body""";

    private MigratorFixture fixture;
    private String role;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        role = "leaky_" + database.name();
        database.execute("CREATE ROLE %s; GRANT ALL ON SCHEMA public TO %s".formatted(role, role));
        fixture = new MigratorFixture(database, folder)
                .script("001_numbers.sql", "CREATE SEQUENCE numbers; CREATE TABLE orders (id int);");
    }

    @AfterEach
    void dropRole() {
        fixture.database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(role));
    }

    @Test
    void theNextRevisionSeesNothingOfIt() {
        fixture.script("002_leaky.sql", leaky()).script("003_seen.sql", """
                CREATE TABLE seen AS %s;
                DO $$
                BEGIN
                  PERFORM currval('numbers');
                  CREATE TABLE sees_sequences ();
                EXCEPTION WHEN object_not_in_prerequisite_state THEN NULL;
                END $$;
                """.formatted(SEEN));
        try (HikariDataSource pool = pool("SELECT 1")) {
            Map<String, Object> before = session(pool);

            fixture.migrator(pool).upgrade("head");

            assertThat(fixture.database.jdbc().sql("SELECT * FROM seen").query().singleRow())
                    .isEqualTo(before);
        }
        assertThat(fixture.database.tables()).doesNotContain("sees_sequences");
    }

    @Test
    void thePoolSeesNothingOfIt() {
        fixture.script("002_leaky.sql", leaky());
        assertThatNothingIsLeft(pool -> fixture.migrator(pool).upgrade("head"));
    }

    @Test
    void norOfAScriptThatFails() {
        fixture.script("002_leaky.sql", leaky() + "SELECT 1 / 0;");
        assertThatNothingIsLeft(pool -> assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator(pool).upgrade("head")));
        assertThat(fixture.journalWords()).contains("upgrade 002 failed");
    }

    @Test
    void norOfOneOutsideATransactionThatFailsInTheMiddle() {
        fixture.script("002_leaky.sql", "-- Transactional: false\n" + leaky() + "SELECT 1 / 0; SELECT 1;");
        assertThatNothingIsLeft(pool -> {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator(pool).upgrade("head"));
            assertThat(fixture.journalWords()).last().isEqualTo("upgrade 002 failed");
            Migrator migrator = fixture.migrator(pool);
            migrator.repair(migrator.planRepair(List.of()), RepairAs.APPLIED);
        });
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void norOfHooks() {
        for (String hook : List.of("before_upgrade", "after_each_upgrade", "after_upgrade")) {
            String seen = "CREATE TABLE seen_%1$s AS %2$s;".formatted(hook, SEEN);
            fixture.script(hook + ".sql", seen + "CREATE SEQUENCE IF NOT EXISTS numbers; " + leaky());
        }
        // What this one sets is for the revision.
        fixture.script("before_each_upgrade.sql", "LISTEN each; PREPARE each AS SELECT 1; SET app.tenant = 'each';");
        fixture.script("001_numbers.sql", "CREATE TABLE orders (id int);");
        assertThatNothingIsLeft(pool -> fixture.migrator(pool).upgrade("head"));
        assertThat(fixture.database
                        .jdbc()
                        .sql(
                                "SELECT tenant FROM seen_after_each_upgrade UNION ALL SELECT channels FROM seen_after_upgrade"
                                        + " UNION ALL SELECT prepared FROM seen_after_upgrade")
                        .query((row, number) -> String.valueOf(row.getString(1)))
                        .list())
                .containsOnly("null");
    }

    @Test
    void norOfARepeatableScript() {
        fixture.script("repeatable/totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT * FROM orders;" + leaky());
        assertThatNothingIsLeft(pool -> fixture.migrator(pool).upgrade("head"));
    }

    @Test
    void norOfARevisionInJava() {
        fixture.revisions(new Leaky());
        assertThatNothingIsLeft(pool -> fixture.migrator(pool).upgrade("head"));
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void whatTheApplicationHadInTheSessionStays() {
        String own = """
                LISTEN mine; PREPARE mine AS SELECT 1; SELECT pg_advisory_lock(7);
                CREATE TEMP TABLE mine (id int); INSERT INTO mine VALUES (1); SET app.tenant = 'mine';
                DECLARE mine CURSOR WITH HOLD FOR SELECT 1; SET search_path = public, pg_temp""";
        fixture.script("002_leaky.sql", leaky() + "UNLISTEN *;");
        try (HikariDataSource pool = pool(own)) {
            Map<String, Object> before = session(pool);
            assertThat(before).containsEntry("channels", "{mine}").containsEntry("tenant", "mine");

            fixture.migrator(pool).upgrade("head");

            assertThat(session(pool)).isEqualTo(before);
            assertThat(JdbcClient.create(pool)
                            .sql("SELECT count(*) FROM mine")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void aScriptThatForgetsEverythingTheDriverPreparedDoesNoHarm() {
        fixture.script("002_forget.sql", "DEALLOCATE ALL;");
        for (int i = 3; i < 10; i++) {
            fixture.script("00" + i + "_more.sql", "INSERT INTO orders VALUES (%d); DEALLOCATE ALL;".formatted(i));
        }
        try (HikariDataSource pool = pool("SELECT 1", Map.of("prepareThreshold", "1"))) {
            fixture.migrator(pool).upgrade("head");
        }
        assertThat(fixture.applied()).hasSize(9);
    }

    @Test
    void whatTheDriverKeepsOfTheConnectionComesBack() throws SQLException {
        fixture.revisions(new Meddling());
        try (HikariDataSource pool = pool("SELECT 1")) {
            List<Object> before = connection(pool);

            fixture.migrator(pool).upgrade("head");

            assertThat(connection(pool)).isEqualTo(before);
        }
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void codeThatLeavesItsTransactionAbortedChangesNothingAndIsReported() {
        fixture.revisions(new Swallowing());
        for (String silent : List.of("true", "false")) {
            try (HikariDataSource pool = pool("SELECT 1", Map.of("raiseExceptionOnSilentRollback", silent))) {
                assertThatExceptionOfType(RevisionFailedException.class)
                        .isThrownBy(() -> fixture.migrator(pool).upgrade("head"))
                        .withMessageContaining("caught a fault of the database");
            }
            assertThat(fixture.applied()).containsExactly("001");
            assertThat(fixture.database.tables()).doesNotContain("made");
        }
        assertThat(fixture.journalWords())
                .containsExactly("upgrade 001 succeeded", "upgrade 002 failed", "upgrade 002 failed");
    }

    @RevisionHeader(id = "002")
    static final class Leaky implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.execute("LISTEN leaky");
            op.execute("SET app.tenant = 'leaky'");
            JdbcClient jdbc = op.jdbc();
            jdbc.sql("SELECT set_config('app.body', 'leaky', false)")
                    .query(String.class)
                    .single();
            jdbc.sql("PREPARE leaky AS SELECT 1").update();
            jdbc.sql("SELECT pg_advisory_lock(5)").query(row -> {});
            jdbc.sql("CREATE TEMP TABLE leaky (id int)").update();
            jdbc.sql("SET search_path = pg_catalog").update();
        }
    }

    @RevisionHeader(id = "002")
    static final class Swallowing implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.jdbc().sql("CREATE TABLE made (id int)").update();
            try {
                op.jdbc().sql("SELECT 1 / 0").query(Integer.class).single();
            } catch (DataAccessException swallowed) {
                assertThat(swallowed).isNotNull();
            }
        }
    }

    /** Its own connection is out of reach, but not that of a result. */
    @RevisionHeader(id = "002")
    static final class Meddling implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.jdbc().sql("SELECT 1").query(row -> {
                Connection connection = row.getStatement().getConnection();
                connection.setHoldability(ResultSet.HOLD_CURSORS_OVER_COMMIT);
                connection.setNetworkTimeout(Runnable::run, 60_000);
                connection.setSchema("pg_catalog");
                connection.setClientInfo("ApplicationName", "meddling");
            });
        }
    }

    @FunctionalInterface
    private interface Work {
        void on(HikariDataSource pool);
    }

    private void assertThatNothingIsLeft(Work work) {
        try (HikariDataSource pool = pool("SELECT 1")) {
            Map<String, Object> before = session(pool);

            work.on(pool);

            assertThat(session(pool)).isEqualTo(before);
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> JdbcClient.create(pool)
                            .sql("SELECT lastval()")
                            .query(Long.class)
                            .single());
        }
    }

    /** Also with another user, which can only come last. */
    private String leaky() {
        return LEAKY + "SET ROLE %1$s; RESET ROLE; SET SESSION AUTHORIZATION %1$s;".formatted(role);
    }

    private static Map<String, Object> session(HikariDataSource pool) {
        return JdbcClient.create(pool).sql(SEEN).query().singleRow();
    }

    private static List<Object> connection(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return List.of(
                    connection.getAutoCommit(),
                    connection.isReadOnly(),
                    connection.getTransactionIsolation(),
                    connection.getHoldability(),
                    connection.getNetworkTimeout(),
                    connection.getSchema(),
                    String.valueOf(connection.getClientInfo("ApplicationName")));
        }
    }

    private HikariDataSource pool(String initSql) {
        return pool(initSql, Map.of());
    }

    private HikariDataSource pool(String initSql, Map<String, String> properties) {
        var config = new HikariConfig();
        config.setJdbcUrl(fixture.database.url());
        config.setUsername(fixture.database.username());
        config.setPassword(fixture.database.password());
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(initSql);
        properties.forEach(config::addDataSourceProperty);
        return new HikariDataSource(config);
    }
}
