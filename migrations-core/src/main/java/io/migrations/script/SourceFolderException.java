/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.MigrationException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** There is no telling which folder of the sources is meant; nothing was written. */
public final class SourceFolderException extends MigrationException {

    private final transient List<Path> folders;

    private SourceFolderException(List<Path> folders, String message) {
        super(message);
        this.folders = List.copyOf(folders);
    }

    static SourceFolderException missing(List<Path> folders, Path workingDirectory) {
        return new SourceFolderException(
                folders,
                "There is no folder %s. The command was run in '%s': run it in the project's folder, name the folder with '--directory' or 'migrations.command.directory', or create it with 'migrations init'."
                        .formatted(quoted(folders), workingDirectory));
    }

    static SourceFolderException outside(Path directory, List<Path> folders) {
        return new SourceFolderException(
                folders,
                "'%s' is in none of the folders whose revisions the build finds: %s. Choose one of these or a folder below, or add it to 'migrations.locations'. Nothing was written."
                        .formatted(directory, quoted(folders)));
    }

    static SourceFolderException ambiguous(List<Path> folders) {
        return new SourceFolderException(
                folders,
                "The new revision could be written to any of %s. Choose one with '--directory'. Nothing was written."
                        .formatted(quoted(folders)));
    }

    static SourceFolderException notEmpty(Path folder, String found) {
        return new SourceFolderException(
                List.of(folder),
                "'%s' is not empty: it has '%s'. Nothing was written. New revisions are written with 'migrations revision'; a template of your own is a file '%s' there."
                        .formatted(folder, found, RevisionTemplate.FILE));
    }

    /** The folders in question. */
    public List<Path> folders() {
        return folders;
    }

    private static String quoted(List<Path> folders) {
        return folders.stream().map(folder -> "'" + folder + "'").collect(Collectors.joining(", "));
    }
}
