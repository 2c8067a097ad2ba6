/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;

/**
 * That an application context uses the embedded server, noted for others by a lock on one byte of a file. The system drops
 * it with the process, however that ends.
 */
record DatabaseUse(FileChannel channel, FileLock mine) {

    static DatabaseUse begin(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        return new DatabaseUse(channel, channel.lock(ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE), 1, false));
    }

    /** Ends the use, and tells whether nobody else is left. */
    boolean endAsLast() throws IOException {
        mine.release();
        try (channel;
                var all = channel.tryLock()) {
            return all != null;
        } catch (OverlappingFileLockException exception) {
            // Another context of this process.
            return false;
        }
    }
}
