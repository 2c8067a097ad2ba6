/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.io.FileSystemResource;

/**
 * The scripts in the folders of the sources, and those that only the build has.
 *
 * @param files all of them
 * @param paths where those of the sources are, by the path that messages name
 */
record SourceScripts(List<ScriptFile> files, Map<String, Path> paths) {

    SourceScripts {
        files = List.copyOf(files);
        paths = Map.copyOf(paths);
    }

    /**
     * Reads them.
     *
     * @throws InvalidScriptsException for files that are no text
     */
    static SourceScripts read(SourceFolders folders, ClassLoader classLoader) {
        Map<String, ScriptFile> files = new LinkedHashMap<>();
        Map<String, Path> paths = new LinkedHashMap<>();
        List<ScriptFault> faults = new ArrayList<>();
        var reader = new ScriptReader(classLoader);
        var hookFiles = new HookFiles();
        for (ScriptLocation location : folders.locations()) {
            Path folder = folders.folder(location);
            Set<String> names = new HashSet<>();
            for (Path path : scriptsIn(folder)) {
                String shown = folders.display(path);
                String name = folder.relativize(path).toString().replace('\\', '/');
                names.add(name);
                hookFiles.find(path.toUri().toString(), name);
                paths.put(shown, path);
                files.computeIfAbsent(
                        path.toUri().toString(),
                        uri -> new ScriptFile(
                                shown,
                                ScriptReader.read(new FileSystemResource(path), shown, faults),
                                RepeatableFiles.nameOf(name)));
            }
            if (location.kind() == ScriptLocation.Kind.CLASSPATH) {
                Map<String, ScriptFile> built =
                        new BuiltScripts(location, reader.read(location, faults)).without(names);
                hookFiles.find(location, built);
                files.putAll(built);
            }
        }
        // Hooks are in no graph, and nothing is written about them.
        hookFiles.takeFrom(files, faults);
        if (!faults.isEmpty()) {
            throw new InvalidScriptsException(faults);
        }
        return new SourceScripts(ScriptLoader.withDistinctPaths(files), paths);
    }

    /** These and one more. */
    SourceScripts with(Path path, ScriptFile file) {
        List<ScriptFile> more = new ArrayList<>(files);
        more.add(file);
        Map<String, Path> morePaths = new LinkedHashMap<>(paths);
        morePaths.put(file.path(), path);
        return new SourceScripts(more, morePaths);
    }

    private static List<Path> scriptsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> walked = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walked.filter(Files::isRegularFile)
                    .filter(path -> ScriptReader.isScript(
                            Objects.requireNonNull(path.getFileName()).toString()))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
