/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The revisions in Java that the sources have.
 *
 * @param files the files with a header
 */
record JavaSources(List<JavaFile> files) {

    private static final String MARK = "@" + RevisionHeader.class.getSimpleName();
    private static final String JAVA = "java";
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    /** Where Java stands where nothing tells. */
    static final Path USUAL = Path.of("src", "main", JAVA);

    JavaSources {
        files = List.copyOf(files);
    }

    /** Reads those beside the folders of the scripts. */
    static JavaSources read(SourceFolders folders) {
        Set<Path> roots = new LinkedHashSet<>();
        folders.all().forEach(folder -> rootBeside(folder).ifPresent(roots::add));
        roots.add(folders.resolve(USUAL));
        List<JavaFile> files = new ArrayList<>();
        for (Path root : roots) {
            for (Path path : javaIn(root)) {
                String text = read(path);
                if (text.contains(MARK)) {
                    files.add(new JavaFile(path, folders.display(path), text));
                }
            }
        }
        return new JavaSources(files);
    }

    /** Where Java stands for a folder of resources: {@code src/main/java} for one below {@code src/main/resources}. */
    static Optional<Path> rootBeside(Path folder) {
        for (Path above = folder; above != null; above = above.getParent()) {
            if (above.endsWith(RESOURCES)) {
                return Optional.of(above.resolveSibling(JAVA));
            }
        }
        return Optional.empty();
    }

    /** These and one more. */
    JavaSources with(JavaFile file) {
        return new JavaSources(Stream.concat(files.stream(), Stream.of(file)).toList());
    }

    List<UnbuiltRevision> revisions() {
        return files.stream().flatMap(file -> UnbuiltRevision.of(file).stream()).toList();
    }

    /** Those of the build that are not in the sources as well, where they may say something else by now. */
    List<JavaRevision> others(List<JavaRevision> built) {
        Set<String> types = new HashSet<>();
        Set<String> ids = new HashSet<>();
        for (JavaFile file : files) {
            UnbuiltRevision.of(file).ifPresent(revision -> {
                types.add(file.typeName());
                ids.add(revision.id());
            });
        }
        return built.stream()
                .filter(revision -> {
                    Class<?> type = SourceLines.of(revision.getClass()).type();
                    RevisionHeader header = type.getAnnotation(RevisionHeader.class);
                    return !types.contains(type.getName()) && (header == null || !ids.contains(header.id()));
                })
                .toList();
    }

    /** The file that a message names so. */
    Optional<Path> find(String shown) {
        return files.stream()
                .filter(file -> file.shown().equals(shown))
                .map(JavaFile::path)
                .findFirst();
    }

    private static List<Path> javaIn(Path root) {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> walked = Files.walk(root)) {
            return walked.filter(path -> path.toString().endsWith(JavaFile.SUFFIX) && Files.isRegularFile(path))
                    .sorted()
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** In any encoding: what counts of it is ASCII. */
    private static String read(Path path) {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
