/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that are whole or not there. Each is written beside its place under another name, flushed by its closing,
 * and then given its name, which overwrites nothing but the heads.
 */
final class NewFiles {

    private NewFiles() {}

    /**
     * A new revision, then the heads with it. A crash between the two leaves heads that are one revision behind, which
     * {@code heads --check} tells and the next revision mends.
     */
    static void publish(String revision, Path file, String text, Path headsFile, String heads) {
        Path draft = temporary(file, revision);
        Path headsDraft = temporary(headsFile, revision);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
            Files.writeString(headsDraft, heads, StandardOpenOption.CREATE_NEW);
            moveWithoutOverwriting(draft, file);
        } catch (FileAlreadyExistsException exception) {
            discard(draft, exception);
            discard(headsDraft, exception);
            throw RevisionNotWrittenException.because(
                    revision, "'%s' is there already.".formatted(exception.getFile()), exception);
        } catch (IOException exception) {
            discard(draft, exception);
            discard(headsDraft, exception);
            throw notWritten(revision, file, exception);
        }
        try {
            Files.move(headsDraft, headsFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException exception) {
            discard(file, exception);
            discard(headsDraft, exception);
            throw notWritten(revision, headsFile, exception);
        }
    }

    private static RevisionNotWrittenException notWritten(String revision, Path file, IOException cause) {
        return RevisionNotWrittenException.because(
                revision, "'%s' could not be written (%s).".formatted(file, cause), cause);
    }

    /** A link refuses a name that is taken, in one step; a file system without links has a check before its move. */
    private static void moveWithoutOverwriting(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException exception) {
            throw exception;
        } catch (IOException | UnsupportedOperationException exception) {
            Files.move(draft, file);
            return;
        }
        Files.delete(draft);
    }

    private static Path temporary(Path file, String revision) {
        return file.resolveSibling(".%s.%s.tmp".formatted(file.getFileName(), revision));
    }

    private static void discard(Path file, IOException cause) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException exception) {
            cause.addSuppressed(exception);
        }
    }
}
