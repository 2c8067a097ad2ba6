/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pooler of a test's own in front of its database; Debian's package {@code pgbouncer}. Ends when closed. */
public final class PgBouncer implements AutoCloseable {

    private static final List<String> PLACES = List.of("/usr/sbin/pgbouncer", "/usr/bin/pgbouncer");

    private final TestDatabase database;
    private final Path log;
    private final int port;
    private final Process process;

    private PgBouncer(TestDatabase database, Path folder, String mode, int sessions) {
        this.database = database;
        this.log = folder.resolve("pgbouncer.log");
        this.port = freePort();
        try {
            Path configuration = folder.resolve("pgbouncer.ini");
            Files.writeString(configuration, configuration(mode, sessions));
            List<String> command = new ArrayList<>(List.of(binary().toString()));
            // It refuses to run as root.
            if ("root".equals(System.getProperty("user.name"))) {
                command.addAll(List.of("--user", "nobody"));
            }
            command.add(configuration.toString());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::answers);
    }

    /**
     * Starts one, or skips the test where there is none.
     *
     * @param mode its pool mode
     * @param sessions how many sessions it opens to the server at most
     */
    public static PgBouncer start(TestDatabase database, Path folder, String mode, int sessions) {
        Assumptions.assumeTrue(
                Files.isExecutable(binary()), "no pgbouncer on this machine: install Debian's package 'pgbouncer'");
        return new PgBouncer(database, folder, mode, sessions);
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database.name();
    }

    /** Every connection is a new client of the pooler. */
    public DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url());
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        return dataSource;
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(dataSource());
    }

    private String configuration(String mode, int sessions) {
        PostgresServer server = PostgresServer.shared();
        return """
                [databases]
                %s = host=%s port=%d user=%s password=%s
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                ignore_startup_parameters = extra_float_digits
                pool_mode = %s
                default_pool_size = %d
                max_client_conn = 100
                """.formatted(
                        database.name(),
                        "localhost".equals(server.host()) ? "127.0.0.1" : server.host(),
                        server.port(),
                        server.username(),
                        server.password(),
                        port,
                        mode,
                        sessions);
    }

    private boolean answers() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException(Files.readString(log));
        }
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Path binary() {
        return PLACES.stream()
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(PLACES.get(0)));
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
