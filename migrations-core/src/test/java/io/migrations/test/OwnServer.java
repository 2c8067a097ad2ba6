/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A server that a test has to itself, to stop it, kill it, copy it or promote it. Embedded binaries in all cases. */
public final class OwnServer implements AutoCloseable {

    private final Path data;
    private final int port;
    private @Nullable EmbeddedPostgres running;

    private OwnServer(Path data, int port) {
        this.data = data;
        this.port = port;
    }

    /** A new one, with its data in a folder that is empty or missing. */
    public static OwnServer start(Path data) {
        var server = new OwnServer(data, freePort());
        server.start();
        return server;
    }

    /** Starts it on the data it has, after {@link #stop()} or {@link #kill()}. */
    public void start() {
        try {
            running = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("wal_level", "replica")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /**
     * A standby that follows this server, which is stopped for the copy.
     *
     * @param folder where its data goes
     */
    public OwnServer standby(Path folder) {
        stop();
        var standby = new OwnServer(folder, freePort());
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(data.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.createFile(folder.resolve("standby.signal"));
            Files.writeString(
                    folder.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=localhost port=%d user=postgres'%n".formatted(port),
                    StandardOpenOption.APPEND);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        start();
        standby.start();
        return standby;
    }

    public void stop() {
        if (running != null) {
            try {
                running.close();
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
            running = null;
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            ProcessHandle.of(Long.parseLong(lines.get(0).strip())).ifPresent(postmaster -> {
                List<ProcessHandle> sessions = postmaster.children().toList();
                postmaster.destroyForcibly();
                sessions.forEach(ProcessHandle::destroyForcibly);
                sessions.forEach(session -> session.onExit().join());
            });
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        // It logs that there is nothing to stop, and gives back its lock on the directory.
        stop();
    }

    public String hostAndPort() {
        return "localhost:" + port;
    }

    public DataSource dataSource() {
        return dataSource("jdbc:postgresql://" + hostAndPort() + "/postgres");
    }

    /** Whichever of some servers is the primary. */
    public static DataSource primaryOf(OwnServer first, OwnServer second) {
        return dataSource("jdbc:postgresql://%s,%s/postgres?targetServerType=primary"
                .formatted(first.hostAndPort(), second.hostAndPort()));
    }

    private static DataSource dataSource(String url) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser("postgres");
        return dataSource;
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
        stop();
    }
}
