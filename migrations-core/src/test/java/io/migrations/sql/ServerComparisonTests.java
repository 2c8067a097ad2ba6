/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/**
 * The server's own view of a script: how many statements it holds, what they return, where an error is, and which of
 * them it refuses in a transaction.
 */
@DatabaseTest
class ServerComparisonTests {

    private static final String NO_TRANSACTION = "25001";

    @Test
    void serverFindsTheSameStatements(TestDatabase database) throws SQLException {
        try (Connection connection = simple(database)) {
            forSomeSeconds(seed -> {
                var random = new Random(seed);
                var generator = new RandomStatements(random);
                List<String> statements = new ArrayList<>();
                var script = new StringBuilder(random.nextBoolean() ? generator.blank() : "");
                for (int i = random.nextInt(6); i >= 0; i--) {
                    statements.add(generator.next());
                    script.append(statements.get(statements.size() - 1))
                            .append(random.nextBoolean() ? generator.blank() : "")
                            .append(i > 0 || random.nextBoolean() ? ";" : "")
                            .append(random.nextBoolean() ? generator.blank() : "");
                }
                SqlScript parsed = SqlScript.parse(script.toString());

                assertThat(parsed.faults()).as("seed %d", seed).isEmpty();
                assertThat(texts(parsed)).as("seed %d", seed).isEqualTo(statements);
                List<List<String>> alone = new ArrayList<>();
                for (String text : texts(parsed)) {
                    List<List<String>> result = run(connection, text);
                    assertThat(result).as("seed %d: %s", seed, text).hasSize(1);
                    alone.addAll(result);
                }
                run(connection, "DISCARD TEMP");
                assertThat(run(connection, script.toString()))
                        .as("seed %d", seed)
                        .isEqualTo(alone);
                run(connection, "DISCARD TEMP");
            });
        }
    }

    @Test
    void serverErrorsAreFoundInTheFile(TestDatabase database) throws SQLException {
        Placeholders placeholders = Placeholders.of(Map.of("wide", "'😀' || 'text'", "none", ""));
        try (Connection connection = simple(database)) {
            forSomeSeconds(seed -> {
                var generator = new RandomStatements(new Random(seed));
                String script =
                        generator.next() + ";" + generator.blank() + generator.select() + "," + generator.blank()
                                + "${wide}" + generator.blank() + "${none}," + generator.blank() + "missing_column";
                Position expected = Position.START.advance(script, 0, script.lastIndexOf("missing_column"));
                Statement last = SqlScript.parse(script, comment -> false, placeholders)
                        .statements()
                        .get(1);

                assertThatExceptionOfType(PSQLException.class)
                        .as("seed %d: %s", seed, script)
                        .isThrownBy(() -> execute(connection, last.text()))
                        .satisfies(exception -> assertThat(last.positionOf(
                                        exception.getServerErrorMessage().getPosition()))
                                .as("seed %d: %s", seed, script)
                                .isEqualTo(expected));
            });
        }
    }

    @Test
    void serverRefusesInATransactionWhatIsNonTransactional(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE t (a int) PARTITION BY LIST (a)");
        database.execute("CREATE TABLE p PARTITION OF t FOR VALUES IN (1)");
        database.execute("CREATE TABLE u (a int)");
        database.execute("CREATE INDEX i ON u (a)");
        database.execute("CREATE TYPE e AS ENUM ('a')");
        database.execute("CREATE MATERIALIZED VIEW m AS SELECT 1 AS a");
        database.execute("CREATE UNIQUE INDEX ON m (a)");
        String name = database.name();
        String script = """
                CREATE INDEX CONCURRENTLY j ON u (a); CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS k ON u (a);
                create index concurrently on u (a); CREATE INDEX j ON u (a); DROP INDEX i; DROP INDEX CONCURRENTLY i;
                DROP INDEX CONCURRENTLY IF EXISTS i; REINDEX TABLE u; REINDEX INDEX i; REINDEX TABLE CONCURRENTLY u;
                REINDEX INDEX CONCURRENTLY i; REINDEX (CONCURRENTLY) TABLE u; REINDEX (VERBOSE, CONCURRENTLY true) INDEX i;
                REINDEX (CONCURRENTLY on) TABLE u; REINDEX (CONCURRENTLY 1) TABLE u; REINDEX (CONCURRENTLY false) TABLE u;
                REINDEX (CONCURRENTLY off) TABLE u; REINDEX (CONCURRENTLY 0) TABLE u; REINDEX (CONCURRENTLY 'on') TABLE u;
                REINDEX (CONCURRENTLY "off") TABLE u; REINDEX (CONCURRENTLY off, CONCURRENTLY on) TABLE u;
                REINDEX SCHEMA public; REINDEX (VERBOSE) SCHEMA public; REINDEX DATABASE %1$s; REINDEX SYSTEM %1$s;
                VACUUM; VACUUM u; VACUUM (ANALYZE) u; ANALYZE; ANALYZE u; CREATE DATABASE x; DROP DATABASE x;
                DROP DATABASE IF EXISTS x WITH (FORCE); CREATE TABLESPACE x LOCATION '/x'; DROP TABLESPACE x;
                ALTER SYSTEM SET work_mem = '4MB'; ALTER SYSTEM RESET ALL; ALTER DATABASE x SET TABLESPACE pg_default;
                ALTER DATABASE x TABLESPACE pg_default; ALTER DATABASE x WITH TABLESPACE pg_default;
                ALTER DATABASE %1$s SET work_mem = '4MB'; ALTER DATABASE %1$s CONNECTION LIMIT 100;
                CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p;
                CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p WITH (create_slot);
                CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p WITH (create_slot = false, connect = false);
                CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p WITH (connect = false);
                ALTER TABLE t DETACH PARTITION p CONCURRENTLY; ALTER TABLE ONLY t DETACH PARTITION public.p CONCURRENTLY;
                ALTER TABLE IF EXISTS t DETACH PARTITION p CONCURRENTLY; REINDEX (TABLESPACE pg_default) DATABASE %1$s;
                REINDEX DATABASE CONCURRENTLY %1$s; REINDEX SCHEMA CONCURRENTLY public; REINDEX (CONCURRENTLY) SCHEMA public;
                ALTER DATABASE %1$s RENAME TO x; ALTER DATABASE %1$s OWNER TO CURRENT_USER; VACUUM (FULL) u; VACUUM FREEZE u;
                ALTER TYPE e RENAME VALUE 'a' TO 'b'; ALTER TYPE e ADD VALUE IF NOT EXISTS 'c' BEFORE 'a';
                ALTER INDEX i SET TABLESPACE pg_default; ALTER TABLE u SET TABLESPACE pg_default;
                ALTER TABLE t DETACH PARTITION p; CLUSTER; CLUSTER VERBOSE; CLUSTER u USING i; CLUSTER VERBOSE u;
                DISCARD ALL; DISCARD PLANS; DISCARD TEMP; REFRESH MATERIALIZED VIEW CONCURRENTLY m;
                ALTER TYPE e ADD VALUE 'b'; SAVEPOINT a; LOCK TABLE u; CHECKPOINT; TRUNCATE u; CREATE TABLE w (a int);
                """.formatted(name);
        try (Connection connection = simple(database)) {
            connection.setAutoCommit(false);
            for (Statement statement : SqlScript.parse(script).statements()) {
                run(connection, "SELECT 1");
                assertThat(NO_TRANSACTION.equals(failure(connection, statement.text())))
                        .as(statement.text())
                        .isEqualTo(statement.kind() == StatementKind.NON_TRANSACTIONAL);
                connection.rollback();
            }
        }
    }

    @Test
    void serverRefusesInATransactionWhatChangesASubscriptionAndItsPublisher(TestDatabase database) throws SQLException {
        database.execute("CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p WITH (connect = false)");
        String script = """
                ALTER SUBSCRIPTION s REFRESH PUBLICATION; ALTER SUBSCRIPTION s REFRESH PUBLICATION WITH (copy_data = false);
                ALTER SUBSCRIPTION s SET PUBLICATION q; ALTER SUBSCRIPTION s SET PUBLICATION q WITH (refresh = false);
                ALTER SUBSCRIPTION s ADD PUBLICATION q; ALTER SUBSCRIPTION s ADD PUBLICATION q WITH (refresh = off);
                ALTER SUBSCRIPTION s SET (synchronous_commit = off); ALTER SUBSCRIPTION s DISABLE; DROP SUBSCRIPTION s;
                """;
        try (Connection connection = simple(database)) {
            connection.setAutoCommit(false);
            for (Statement statement : SqlScript.parse(script).statements()) {
                // Uncommitted, so that nothing connects to a publisher.
                run(connection, "ALTER SUBSCRIPTION s ENABLE");
                assertThat(NO_TRANSACTION.equals(failure(connection, statement.text())))
                        .as(statement.text())
                        .isEqualTo(statement.kind() == StatementKind.NON_TRANSACTIONAL);
                connection.rollback();
            }
        } finally {
            database.execute("ALTER SUBSCRIPTION s SET (slot_name = NONE)");
            database.execute("DROP SUBSCRIPTION s");
        }
    }

    /** The fixture's database, but with whole texts sent as they are: it's the server that splits them. */
    private static Connection simple(TestDatabase database) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.username());
        properties.setProperty("password", database.password());
        properties.setProperty("preferQueryMode", "simple");
        return DriverManager.getConnection(database.url(), properties);
    }

    private static void forSomeSeconds(LongConsumer round) {
        long seed = System.nanoTime();
        for (long end = seed + TimeUnit.SECONDS.toNanos(5); System.nanoTime() < end; seed++) {
            round.accept(seed);
        }
    }

    private static List<String> texts(SqlScript script) {
        return script.statements().stream().map(Statement::text).toList();
    }

    private static String failure(Connection connection, String sql) {
        try {
            execute(connection, sql);
            return "";
        } catch (SQLException exception) {
            return exception.getSQLState();
        }
    }

    private static List<List<String>> run(Connection connection, String sql) {
        try {
            return execute(connection, sql);
        } catch (SQLException exception) {
            throw new AssertionError(sql, exception);
        }
    }

    /** The results of a text, each as its column names and values; what returns no rows is an empty list. */
    private static List<List<String>> execute(Connection connection, String sql) throws SQLException {
        List<List<String>> results = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() >= 0) {
                results.add(rows ? read(statement.getResultSet()) : List.of());
                rows = statement.getMoreResults();
            }
        }
        return results;
    }

    private static List<String> read(ResultSet rows) throws SQLException {
        List<String> values = new ArrayList<>();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            for (int i = 1; i <= columns; i++) {
                values.add(rows.getMetaData().getColumnLabel(i) + "=" + rows.getString(i));
            }
        }
        return values;
    }
}
