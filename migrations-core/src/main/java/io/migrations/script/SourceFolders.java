/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the sources that stands for each location: {@code classpath:db/migrations} is built from
 * {@code src/main/resources/db/migrations}, {@code file:/srv/migrations} is itself.
 */
final class SourceFolders {

    private static final String RESOURCES = "src/main/resources";

    private final Path workingDirectory;
    private final Map<ScriptLocation, Path> byLocation = new LinkedHashMap<>();

    private SourceFolders(AuthoringSettings settings) {
        this.workingDirectory = settings.workingDirectory();
        settings.locations().stream().map(ScriptLocation::parse).forEach(location -> {
            byLocation.put(location, folderOf(location));
        });
        if (settings.directory() != null) {
            Path folder = resolve(settings.directory());
            byLocation.put(standIn(folder, List.copyOf(byLocation.keySet())), folder);
        }
    }

    /**
     * The folders as configured, and as chosen for this once.
     *
     * @param chosen a folder or one below it; it may stand for a location that has none
     * @throws SourceFolderException where the build would not find what is written there
     */
    static SourceFolders of(AuthoringSettings settings, @Nullable Path chosen) {
        var folders = new SourceFolders(settings);
        if (chosen != null) {
            folders.require(folders.resolve(chosen));
        }
        return folders;
    }

    private void require(Path chosen) {
        if (rootOf(chosen).isPresent()) {
            return;
        }
        List<ScriptLocation> without = byLocation.keySet().stream()
                .filter(location -> !Files.isDirectory(folder(location)))
                .toList();
        if (without.isEmpty()) {
            throw SourceFolderException.outside(chosen, existing());
        }
        byLocation.put(standIn(chosen, without), chosen);
    }

    Path resolve(Path path) {
        return workingDirectory.resolve(path).normalize();
    }

    Path folder(ScriptLocation location) {
        return Objects.requireNonNull(byLocation.get(location));
    }

    List<ScriptLocation> locations() {
        return List.copyOf(byLocation.keySet());
    }

    /** All of them, whether or not they are there. */
    List<Path> all() {
        return byLocation.values().stream().distinct().toList();
    }

    /** Those that are there. */
    List<Path> existing() {
        return all().stream().filter(Files::isDirectory).toList();
    }

    /** The existing folder that a path is in. */
    Optional<Path> rootOf(Path path) {
        return existing().stream().filter(path::startsWith).findFirst();
    }

    /** A path as a person in the working directory would type it. */
    String display(Path path) {
        Path shown = path.startsWith(workingDirectory) ? workingDirectory.relativize(path) : path;
        return shown.toString().replace('\\', '/');
    }

    private Path folderOf(ScriptLocation location) {
        return location.kind() == ScriptLocation.Kind.FILE
                ? resolve(Path.of(location.root().replaceFirst("^/+(?=[A-Za-z]:)", "")))
                : resolve(Path.of(RESOURCES, location.root()));
    }

    /** The location whose folders a folder most likely holds: the one it is named after, else the first. */
    private static ScriptLocation standIn(Path folder, List<ScriptLocation> locations) {
        return locations.stream()
                .filter(location -> !location.root().isEmpty() && folder.endsWith(location.root()))
                .findFirst()
                .orElse(locations.get(0));
    }
}
