/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistoryTables;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.OwnServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The server goes away in the middle of a run: it is killed and started again, or a standby takes its place. */
class ServerLossIntegrationTests {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private Path scripts;

    @BeforeEach
    void writeScripts() throws IOException {
        scripts = Files.createDirectory(folder.resolve("scripts"));
        script("001_orders.sql", "CREATE TABLE orders (id int, note text); CREATE TABLE ran (what text);");
        script("002_fill.sql", "INSERT INTO ran VALUES ('002'); INSERT INTO orders VALUES (1, 'a');");
        script("003_index.sql", "CREATE INDEX CONCURRENTLY orders_note ON orders (note);");
        script("004_outside.sql", """
                -- Transactional: false
                INSERT INTO ran VALUES ('004 first');
                SELECT pg_advisory_xact_lock(4);
                INSERT INTO ran VALUES ('004 last');
                """);
        script("005_inside.sql", "INSERT INTO ran VALUES ('005'); SELECT pg_advisory_xact_lock(5);");
    }

    @Test
    void aRunGoesOnWhereItWasWhenTheServerDied() {
        try (OwnServer server = OwnServer.start(folder.resolve("data"))) {
            loseWhileIn("004", server);
            server.start();
            assertThat(applied(server)).containsExactly("001", "002", "003");

            loseWhileIn("005", server);
            server.start();
            assertThat(applied(server)).containsExactly("001", "002", "003", "004");

            migrator(server.dataSource()).upgrade("head");
            assertCompleteAndOnce(server);
        }
    }

    @Test
    void aRunGoesOnOnThePromotedStandby() {
        try (OwnServer primary = OwnServer.start(folder.resolve("primary"));
                OwnServer standby = primary.standby(folder.resolve("standby"))) {
            DataSource both = OwnServer.primaryOf(primary, standby);
            loseWhileIn("004", primary, both, () -> awaitSame(primary, standby));
            jdbc(standby).sql("SELECT pg_promote()").query(row -> {});

            migrator(both).upgrade("head");

            assertCompleteAndOnce(standby);
        }
    }

    @Test
    void aStandbyIsReadAndWaitedForButRefusesAnUpgrade() {
        try (OwnServer primary = OwnServer.start(folder.resolve("primary"));
                OwnServer standby = primary.standby(folder.resolve("standby"));
                HikariDataSource readOnly = readOnlyPool(standby)) {
            Migrator onStandby = migrator(readOnly);

            assertThatExceptionOfType(ReadOnlyDatabaseException.class)
                    .isThrownBy(() -> onStandby.upgrade("head"))
                    .satisfies(refused -> assertThat(refused.isStandby()).isTrue())
                    .withMessageContaining("targetServerType=primary");
            assertThatExceptionOfType(NotCurrentException.class).isThrownBy(() -> onStandby.validate(List.of("head")));
            assertThat(onStandby.status().pending()).isEqualTo(5);

            CompletableFuture<RunResult> waiting =
                    CompletableFuture.supplyAsync(() -> onStandby.awaitCurrent(List.of("head"), PATIENCE));
            migrator(primary.dataSource()).upgrade("head");

            assertThat(waiting).succeedsWithin(PATIENCE);
            assertThat(onStandby.validate(List.of("head")).steps()).isEmpty();
            assertThat(onStandby.upgrade("head").steps()).isEmpty();
        }
    }

    private void loseWhileIn(String revision, OwnServer server) {
        loseWhileIn(revision, server, server.dataSource(), () -> {});
    }

    /** Kills the server while the revision waits for a lock that the test holds. */
    private void loseWhileIn(String revision, OwnServer server, DataSource dataSource, Runnable beforeTheLoss) {
        int key = Integer.parseInt(revision);
        try (Connection gate = server.dataSource().getConnection()) {
            JdbcClient holder = JdbcClient.create(new SingleConnectionDataSource(gate, true));
            holder.sql("SELECT pg_advisory_lock(?)").param(key).query(row -> {});
            CompletableFuture<RunResult> run =
                    CompletableFuture.supplyAsync(() -> migrator(dataSource).upgrade("head"));
            await().atMost(PATIENCE)
                    .until(() -> holder.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND objid = ?)")
                            .param(key)
                            .query(Boolean.class)
                            .single());
            beforeTheLoss.run();
            server.kill();
            assertThat(run)
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .havingCause()
                    .isInstanceOf(RevisionFailedException.class)
                    .withMessageContaining(revision);
        } catch (SQLException closed) {
            assertThat(closed.getSQLState()).as("the gate died with the server").startsWith("08");
        }
    }

    /** Until the standby has all that the primary has written. */
    private static void awaitSame(OwnServer primary, OwnServer standby) {
        String written = jdbc(primary)
                .sql("SELECT pg_current_wal_flush_lsn()::text")
                .query(String.class)
                .single();
        await().atMost(PATIENCE)
                .until(() -> jdbc(standby)
                        .sql("SELECT pg_last_wal_replay_lsn() >= ?::pg_lsn")
                        .param(written)
                        .query(Boolean.class)
                        .single());
    }

    private void assertCompleteAndOnce(OwnServer server) {
        assertThat(applied(server)).containsExactly("001", "002", "003", "004", "005");
        assertThat(jdbc(server)
                        .sql("SELECT what FROM ran ORDER BY what")
                        .query(String.class)
                        .list())
                .containsExactly("002", "004 first", "004 last", "005");
        assertThat(jdbc(server)
                        .sql("SELECT count(*) FROM pg_index WHERE indexrelid = 'orders_note'::regclass AND indisvalid")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(migrator(server.dataSource()).verifyJournal())
                .satisfies(journal ->
                        assertThat(journal.isSound()).as("%s", journal).isTrue());
    }

    private static List<String> applied(OwnServer server) {
        return new AppliedSet(HistoryTables.defaults())
                .read(jdbc(server)).stream().map(AppliedRevision::id).toList();
    }

    private static JdbcClient jdbc(OwnServer server) {
        return JdbcClient.create(server.dataSource());
    }

    private Migrator migrator(DataSource dataSource) {
        var loader = new ScriptLoader(List.of("file:" + scripts), getClass().getClassLoader(), Placeholders.none());
        return new Migrator(dataSource, loader, MigratorSettings.defaults(), Clock.systemUTC());
    }

    private static HikariDataSource readOnlyPool(OwnServer server) {
        var config = new HikariConfig();
        config.setDataSource(server.dataSource());
        config.setReadOnly(true);
        return new HikariDataSource(config);
    }

    private void script(String name, String text) throws IOException {
        Files.writeString(scripts.resolve(name), text);
    }
}
