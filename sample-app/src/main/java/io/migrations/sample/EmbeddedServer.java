/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL server of a directory, started by whoever needs it first and stopped by whoever needs it last: the
 * application and its commands are processes of their own, and share it. So is a server joined whose process was killed
 * before it could stop it.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Duration STARTUP = Duration.ofSeconds(20);

    private final DatabaseDirectory directory;
    private final DatabaseUse use;
    private final int port;
    private final @Nullable EmbeddedPostgres started;

    private EmbeddedServer(DatabaseDirectory directory, DatabaseUse use, int port, @Nullable EmbeddedPostgres started) {
        this.directory = directory;
        this.use = use;
        this.port = port;
        this.started = started;
    }

    /** The server that runs, or one that is started now. */
    static EmbeddedServer of(DatabaseDirectory directory) {
        return directory.alone(() -> {
            Optional<Postmaster> running = Postmaster.runningIn(directory.data());
            EmbeddedPostgres started = running.isPresent() ? null : start(directory);
            int port = started == null ? running.orElseThrow().port() : started.getPort();
            directory.markComplete();
            return new EmbeddedServer(directory, directory.use(), port, started);
        });
    }

    int port() {
        return port;
    }

    DatabaseDirectory directory() {
        return directory;
    }

    @Override
    public void close() {
        directory.alone(() -> {
            if (use.endAsLast()) {
                stop();
            }
            return this;
        });
    }

    private void stop() throws IOException {
        if (started != null) {
            started.close();
            return;
        }
        Optional<Postmaster> joined = Postmaster.read(directory.data());
        if (joined.isPresent()) {
            joined.get().stop();
        }
    }

    private static EmbeddedPostgres start(DatabaseDirectory directory) throws IOException {
        directory.removeIncomplete();
        Files.deleteIfExists(directory.log());
        // A file, as the server may outlive this process, and with it the other end of a pipe.
        Redirect log = Redirect.appendTo(directory.log().toFile());
        try {
            return EmbeddedPostgres.builder()
                    // Not by the library's shutdown hook, which would run beside the context's and take the pool's
                    // server away.
                    .setRegisterShutdownHook(false)
                    .setDataDirectory(directory.data())
                    .setCleanDataDirectory(false)
                    .setPGStartupWait(STARTUP)
                    .setOutputRedirector(log)
                    .setErrorRedirector(log)
                    .start();
        } catch (IOException | RuntimeException exception) {
            throw new IOException(
                    "The embedded PostgreSQL did not start; see '%s'.".formatted(directory.log()), exception);
        }
    }
}
