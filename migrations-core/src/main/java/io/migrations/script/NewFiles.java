/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes files that are whole or not there. Each is written beside its place under another name, flushed by its closing,
 * and then given its name, which overwrites nothing but the heads.
 */
final class NewFiles {

    private NewFiles() {}

    /** A file of a new revision. */
    record NewFile(String revision, Path path, String text) {

        /** Where it is until it is whole; no loader looks at such a name. */
        Path draft() {
            return path.resolveSibling(".%s.%s.tmp".formatted(path.getFileName(), revision));
        }
    }

    /**
     * New revisions, each after its parents, then the heads with them. Everything is on the disk under another name before
     * anything gets its own, and what fails takes all of it back. A crash in between leaves the first of them, each whole
     * and with its parents, and heads that are behind, which {@code heads --check} tells and the next revision mends.
     */
    static void publish(List<NewFile> files, Path headsFile, String heads) {
        var newHeads = new NewFile(files.get(files.size() - 1).revision(), headsFile, heads);
        List<Path> drafts = new ArrayList<>();
        List<Path> published = new ArrayList<>();
        NewFile current = files.get(0);
        try {
            for (NewFile file : files) {
                current = file;
                Files.createDirectories(file.path().getParent());
                drafts.add(file.draft());
                Files.writeString(file.draft(), file.text(), StandardOpenOption.CREATE_NEW);
            }
            current = newHeads;
            drafts.add(newHeads.draft());
            Files.writeString(newHeads.draft(), heads, StandardOpenOption.CREATE_NEW);
            for (NewFile file : files) {
                current = file;
                moveWithoutOverwriting(file.draft(), file.path());
                published.add(file.path());
                Files.deleteIfExists(file.draft());
            }
            current = newHeads;
            Files.move(
                    newHeads.draft(), headsFile, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException exception) {
            drafts.forEach(file -> discard(file, exception));
            published.forEach(file -> discard(file, exception));
            if (exception instanceof FileAlreadyExistsException taken) {
                throw RevisionNotWrittenException.because(
                        current.revision(), "'%s' is there already.".formatted(taken.getFile()), exception);
            }
            throw notWritten(current.revision(), current.path(), exception);
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
        }
    }

    private static void discard(Path file, IOException cause) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException exception) {
            cause.addSuppressed(exception);
        }
    }
}
