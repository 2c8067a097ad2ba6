/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pool of one connection: whoever borrows it next sees whatever a run left. */
@DatabaseTest
class SessionHygieneIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder).script("001_orders.sql", "CREATE TABLE orders (id int);");
    }

    @Test
    void nothingAScriptSetsReachesTheNextRevisionOrThePool() {
        fixture.database.execute("CREATE ROLE hygiene_%s; GRANT ALL ON SCHEMA public TO hygiene_%s"
                .formatted(fixture.database.name(), fixture.database.name()));
        fixture.script("002_leaky.sql", """
                        SET search_path = pg_catalog;
                        SET work_mem = '1MB';
                        SELECT set_config('statement_timeout', '12345', false);
                        SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY;
                        SET ROLE hygiene_%s;
                        """.formatted(fixture.database.name()))
                .script("003_plain.sql", "CREATE TABLE plain (id int); INSERT INTO plain VALUES (1);");

        try (HikariDataSource pool = pool("SET work_mem = '7MB'; SET search_path = public, pg_temp")) {
            Map<String, Object> before = session(pool);

            fixture.migrator(pool).upgrade("head");

            assertThat(session(pool)).isEqualTo(before);
        } finally {
            fixture.database.execute(
                    "DROP OWNED BY hygiene_%1$s; DROP ROLE hygiene_%1$s".formatted(fixture.database.name()));
        }
        assertThat(fixture.database.tables()).contains("plain");
    }

    @Test
    void whatAFunctionSetsOnTheSlyDoesNotReachTheNextRevision() {
        fixture.script("002_sly.sql", """
                        CREATE SCHEMA app;
                        CREATE FUNCTION f() RETURNS int LANGUAGE sql AS
                          $$ SELECT length(set_config('search_path', 'app', false)) $$;
                        INSERT INTO orders VALUES (f());
                        CREATE TEMP TABLE plain (id int);
                        """)
                .script("003_plain.sql", "CREATE TABLE plain (id int);")
                .script("004_fill.sql", "INSERT INTO plain VALUES (1);");

        fixture.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT count(*) FROM public.plain")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anErrorInTheMiddleOfARevisionCommitsNothing() {
        fixture.script("002_rows.sql", "INSERT INTO orders VALUES (1); INSERT INTO orders VALUES (2);");
        var failing = new FailingDataSource(fixture.database.dataSource(), "INSERT INTO orders VALUES (2)");

        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> fixture.migrator(failing).upgrade("head"));

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT count(*) FROM orders")
                        .query(Long.class)
                        .single())
                .isZero();
        fixture.migrator().upgrade("head");
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void aFailedRunLeavesThePoolAsItWas() {
        fixture.script("002_broken.sql", "SET search_path = pg_catalog; SELECT 1/0;");
        try (HikariDataSource pool = pool("SELECT 1")) {
            Map<String, Object> before = session(pool);

            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator(pool).upgrade("head"));

            assertThat(session(pool)).isEqualTo(before);
        }
    }

    @Test
    void autocommitAndReadOnlyComeBack() throws SQLException {
        try (HikariDataSource pool = pool("SELECT 1", config -> {
            config.setAutoCommit(false);
            config.setReadOnly(true);
        })) {
            fixture.migrator(pool).upgrade("head");

            try (Connection connection = pool.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
                assertThat(connection.isReadOnly()).isTrue();
            }
        }
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void aSocketTimeoutOfTheApplicationDoesNotEndALongStatement() {
        fixture.script("002_long.sql", "SELECT pg_sleep(2.5);");
        try (HikariDataSource pool = pool("SELECT 1", config -> config.addDataSourceProperty("socketTimeout", "1"))) {
            fixture.migrator(pool).upgrade("head");
        }
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void theLockIsGivenBack() {
        try (HikariDataSource pool = pool("SELECT 1")) {
            fixture.migrator(pool).upgrade("head");

            assertThat(JdbcClient.create(pool)
                            .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static Map<String, Object> session(HikariDataSource pool) {
        List<Map<String, Object>> rows =
                JdbcClient.create(pool).sql("""
                        SELECT session_user, current_user, current_setting('search_path') AS search_path,
                               current_setting('application_name') AS application_name,
                               current_setting('transaction_read_only') AS read_only,
                               (SELECT string_agg(name || '=' || setting, ',' ORDER BY name) FROM pg_settings
                                 WHERE source = 'session') AS settings""").query().listOfRows();
        return rows.get(0);
    }

    private HikariDataSource pool(String initSql) {
        return pool(initSql, config -> {});
    }

    private HikariDataSource pool(String initSql, Consumer<HikariConfig> customizer) {
        var config = new HikariConfig();
        config.setJdbcUrl(fixture.database.url());
        config.setUsername(fixture.database.username());
        config.setPassword(fixture.database.password());
        config.setMaximumPoolSize(1);
        config.setConnectionInitSql(initSql);
        customizer.accept(config);
        return new HikariDataSource(config);
    }
}
