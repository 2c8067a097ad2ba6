/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL server, as the file {@code postmaster.pid} in its data directory has it.
 *
 * @param port where it listens, or 0 if it does not yet
 */
record Postmaster(long pid, int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PORT_LINE = 3;

    /** The server of a data directory, once it answers; one that is gone leaves a file behind, which this removes. */
    static Optional<Postmaster> runningIn(Path data) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            Optional<Postmaster> named = read(data);
            if (named.isEmpty()) {
                return named;
            }
            Postmaster server = named.get();
            if (!server.isAlive()) {
                Files.delete(file(data));
                return Optional.empty();
            }
            if (server.serves(data)) {
                return named;
            }
            if (Instant.now().isAfter(end)) {
                throw new IOException(
                        "The PostgreSQL server of '%s' (process %d) does not answer. End it, or choose another 'sample.database.directory'."
                                .formatted(data, server.pid()));
            }
            pause();
        }
    }

    static Optional<Postmaster> read(Path data) throws IOException {
        if (!Files.exists(file(data))) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file(data));
        // The server writes line after line while it starts.
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Postmaster(
                        Long.parseLong(lines.get(0).strip()),
                        lines.size() > PORT_LINE
                                ? Integer.parseInt(lines.get(PORT_LINE).strip())
                                : 0));
    }

    /** Ends the server, with the sessions that it has (a psql, perhaps). */
    void stop() throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return;
        }
        // A fast shutdown is asked for by SIGINT, which Java cannot send; its SIGTERM would wait for the sessions.
        if (System.getProperty("os.name").startsWith("Windows")) {
            process.get().destroy();
        } else {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start();
        }
        process.get().onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** After a restart of the machine the number may be that of any other process. */
    private boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .command()
                        .map(command ->
                                Path.of(command).getFileName().toString().startsWith("postgres"))
                        .orElse(true))
                .isPresent();
    }

    private boolean serves(Path data) throws IOException {
        if (port == 0) {
            return false;
        }
        String url = new EmbeddedConnectionDetails(port).getJdbcUrl() + "?connectTimeout=2&socketTimeout=5";
        try (var connection = DriverManager.getConnection(url, EmbeddedConnectionDetails.USER, null);
                var result = connection.createStatement().executeQuery("SHOW data_directory")) {
            result.next();
            return Files.isSameFile(Path.of(result.getString(1)), data);
        } catch (SQLException exception) {
            return false;
        }
    }

    private static Path file(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while waiting for PostgreSQL", exception);
        }
    }
}
