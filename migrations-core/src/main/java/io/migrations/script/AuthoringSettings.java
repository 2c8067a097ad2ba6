/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where and how new revisions are written.
 *
 * @param workingDirectory what relative folders are relative to: the project's folder
 * @param locations where the build looks for its revisions, as {@link ScriptLoader} reads them
 * @param directory the folder of the sources, where it is not the one a location stands for
 * @param fileName how a new file is called: {@code {timestamp}_{slug}}, tokens {@code {timestamp}}, {@code {id}} and
 *     {@code {slug}}
 * @param classLoader whose classpath the locations are searched on
 * @param classes the revisions in Java that the build has
 * @param packages where the build looks for revisions in Java that are no beans
 */
public record AuthoringSettings(
        Path workingDirectory,
        List<String> locations,
        @Nullable Path directory,
        String fileName,
        ClassLoader classLoader,
        JavaRevisions classes,
        List<String> packages) {

    /** Sorts by time, and says what it is about. */
    public static final String DEFAULT_FILE_NAME = "{timestamp}_{slug}";

    /** Settings of a build that looks for no revisions in Java but beans. */
    public AuthoringSettings(
            Path workingDirectory,
            List<String> locations,
            @Nullable Path directory,
            String fileName,
            ClassLoader classLoader,
            JavaRevisions classes) {
        this(workingDirectory, locations, directory, fileName, classLoader, classes, List.of());
    }

    public AuthoringSettings {
        locations = List.copyOf(locations);
        packages = packages.stream().filter(name -> !name.isBlank()).toList();
        workingDirectory = workingDirectory.toAbsolutePath().normalize();
    }
}
