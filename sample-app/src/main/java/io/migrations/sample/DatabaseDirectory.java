/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.springframework.util.FileSystemUtils;

/**
 * Where the data of the embedded server is, with the files by which processes that share it agree. Deleted as a whole, it
 * is made anew.
 */
record DatabaseDirectory(Path path) {

    DatabaseDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(this.path);
        } catch (IOException exception) {
            throw new UncheckedIOException(
                    "'%s' cannot be made; choose another 'sample.database.directory'.".formatted(this.path), exception);
        }
    }

    Path data() {
        return path.resolve("data");
    }

    Path log() {
        return path.resolve("server.log");
    }

    /** Whether a server has started on the data: without that, what is there is the rest of a first start cut short. */
    boolean isComplete() {
        return Files.exists(complete());
    }

    void markComplete() throws IOException {
        if (!isComplete()) {
            Files.createFile(complete());
        }
    }

    void removeIncomplete() throws IOException {
        if (!isComplete()) {
            FileSystemUtils.deleteRecursively(data());
        }
    }

    DatabaseUse use() throws IOException {
        return DatabaseUse.begin(path.resolve("users"));
    }

    /** Does something while no other process, and no other thread of this one, does something like it. */
    <T> T alone(Action<T> action) {
        synchronized (DatabaseDirectory.class) {
            try (var channel =
                    FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // It goes with the channel.
                channel.lock();
                return action.run();
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    }

    interface Action<T> {

        T run() throws IOException;
    }

    private Path complete() {
        return path.resolve("complete");
    }
}
