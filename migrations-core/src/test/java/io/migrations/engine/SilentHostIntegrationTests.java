/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.NetworkNamespace;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A host that goes without a word: its packets are dropped both ways, and no end of a connection hears of it. */
class SilentHostIntegrationTests {

    /** What the holder is at when its host goes. */
    private enum Holder {
        IN_A_LONG_STATEMENT(
                "002_next.sql", "CREATE TABLE half_done (id int); SELECT pg_sleep(600);", "SELECT pg_sleep(600)"),
        /** The server answers a host that is gone: keepalives rest while nobody acknowledges that. */
        BEFORE_AN_ANSWER(
                "002_next.sql",
                "SET LOCAL lock_timeout = 0; CREATE TABLE half_done (id int); SELECT pg_advisory_xact_lock(7);",
                "SELECT pg_advisory_xact_lock(7)"),
        IDLE_IN_TRANSACTION("", "", "CREATE TABLE half_done (id int)");

        private final String file;
        private final String text;
        private final String query;

        Holder(String file, String text, String query) {
            this.file = file;
            this.text = text;
            this.query = query;
        }
    }

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);
    private static final Duration MARGIN = Duration.ofSeconds(10);

    @Test
    void freesTheLockWithinHalfAMinuteWhateverItWasDoing(@TempDir Path folder) throws Exception {
        List<Process> processes = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try (var network = NetworkNamespace.create();
                EmbeddedPostgres server = server(network);
                Connection answering = lock(Holder.BEFORE_AN_ANSWER, server)) {
            for (Holder holder : Holder.values()) {
                processes.add(start(holder, network, server, folder));
            }
            for (Holder holder : Holder.values()) {
                awaitAtWork(holder, server);
            }
            network.dropEverything();
            answering.rollback();
            long dropped = System.nanoTime();

            List<Future<RunResult>> next = new ArrayList<>();
            for (Holder holder : Holder.values()) {
                Files.writeString(folder.resolve(holder.name()).resolve("002_next.sql"), "CREATE TABLE done (id int);");
                next.add(threads.submit(() -> upgrade(holder, server, folder)));
            }
            for (Future<RunResult> run : next) {
                assertThat(run.get().steps())
                        .extracting(step -> step.step().revision().id())
                        .containsExactly("002");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - dropped)).isLessThan(HALF_A_MINUTE.plus(MARGIN));
            for (Holder holder : Holder.values()) {
                assertThat(tables(holder, server)).contains("done").doesNotContain("half_done");
            }
        } finally {
            threads.shutdownNow();
            processes.forEach(Process::destroyForcibly);
        }
    }

    private static EmbeddedPostgres server(NetworkNamespace network) throws IOException {
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1," + network.hostAddress())
                .setServerConfig("fsync", "off")
                .start();
        JdbcClient jdbc = JdbcClient.create(server.getPostgresDatabase());
        String rules = jdbc.sql("SHOW hba_file").query(String.class).single();
        jdbc.sql("COPY (SELECT 'host all all all trust') TO '%s'".formatted(rules))
                .update();
        jdbc.sql("SELECT pg_reload_conf()").query(row -> {});
        for (Holder holder : Holder.values()) {
            jdbc.sql("CREATE DATABASE " + database(holder)).update();
        }
        return server;
    }

    private static Connection lock(Holder holder, EmbeddedPostgres server) throws SQLException {
        Connection connection = server.getDatabase("postgres", database(holder)).getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(7)");
        }
        return connection;
    }

    private static Process start(Holder holder, NetworkNamespace network, EmbeddedPostgres server, Path root)
            throws IOException {
        Path folder = Files.createDirectories(root.resolve(holder.name()));
        Files.writeString(folder.resolve("001_orders.sql"), "CREATE TABLE orders (id int);");
        List<String> arguments = new ArrayList<>(List.of(
                "jdbc:postgresql://%s:%d/%s".formatted(network.hostAddress(), server.getPort(), database(holder)),
                "postgres",
                "",
                folder.toString(),
                LockMode.SESSION.name()));
        if (holder.file.isEmpty()) {
            arguments.add("idle");
        } else {
            Files.writeString(folder.resolve(holder.file), holder.text);
        }
        return MigratorProcess.start(network.prefix(), arguments.toArray(String[]::new));
    }

    private static void awaitAtWork(Holder holder, EmbeddedPostgres server) {
        String state = holder == Holder.IDLE_IN_TRANSACTION ? "idle in transaction" : "active";
        await().atMost(Duration.ofSeconds(40))
                .until(() -> jdbc(holder, server)
                        .sql(
                                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = ?"
                                        + " AND query = ?)")
                        .params(state, holder.query)
                        .query(Boolean.class)
                        .single());
    }

    private static RunResult upgrade(Holder holder, EmbeddedPostgres server, Path root) {
        var loader = new ScriptLoader(
                List.of("file:" + root.resolve(holder.name())),
                SilentHostIntegrationTests.class.getClassLoader(),
                Placeholders.none());
        return new Migrator(
                        server.getDatabase("postgres", database(holder)),
                        loader,
                        MigratorSettings.defaults(),
                        Clock.systemUTC())
                .upgrade("head");
    }

    private static List<String> tables(Holder holder, EmbeddedPostgres server) {
        return jdbc(holder, server)
                .sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .list();
    }

    private static JdbcClient jdbc(Holder holder, EmbeddedPostgres server) {
        return JdbcClient.create(server.getDatabase("postgres", database(holder)));
    }

    private static String database(Holder holder) {
        return holder.name().toLowerCase(Locale.ROOT);
    }
}
