/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder for revisions that was just made.
 *
 * @param shown the folder, as a person in the working directory would type it
 * @param files what is in it
 * @param heads the heads there are already, of revisions from elsewhere
 * @param isConfigured whether commands find it without being told
 */
public record NewSourceFolder(String shown, List<String> files, List<String> heads, boolean isConfigured) {

    public NewSourceFolder {
        files = List.copyOf(files);
        heads = List.copyOf(heads);
    }

    /**
     * Makes a folder with a template and the heads.
     *
     * @param directory the folder, where it is not the one that the first location stands for
     * @throws SourceFolderException where it is not empty, or the build would not find revisions in it
     */
    public static NewSourceFolder make(AuthoringSettings settings, @Nullable Path directory) {
        List<Path> configured = SourceFolders.of(settings, null).all();
        var folders = SourceFolders.of(settings, directory);
        Path folder = directory == null ? configured.get(0) : folders.resolve(directory);
        requireEmpty(folder);
        HeadsFile heads = SourceTree.of(folders, settings, directory).heads();
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(RevisionTemplate.FILE),
                    RevisionTemplate.builtIn().text(),
                    StandardOpenOption.CREATE_NEW);
            Files.writeString(folder.resolve(HeadsFile.NAME), heads.text(), StandardOpenOption.CREATE_NEW);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return new NewSourceFolder(
                folders.display(folder),
                List.of(RevisionTemplate.FILE, HeadsFile.NAME),
                List.copyOf(heads.ids()),
                configured.contains(folder));
    }

    private static void requireEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        if (!Files.isDirectory(folder)) {
            throw SourceFolderException.notEmpty(folder, "a file");
        }
        try (Stream<Path> content = Files.list(folder)) {
            content.sorted().findFirst().ifPresent(found -> {
                throw SourceFolderException.notEmpty(folder, String.valueOf(found.getFileName()));
            });
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
