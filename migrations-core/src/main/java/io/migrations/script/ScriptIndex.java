/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.core.NativeDetector;
import org.springframework.core.io.ClassPathResource;

/**
 * What of an application's classpath belongs to its revisions, written down when it is built, for a native image: there
 * folders cannot be listed, and classes not be read. Immutable.
 *
 * @param scripts the paths of the scripts on the classpath, such as {@code db/migrations/001_create_orders.sql}
 * @param revisions the names of the classes with a {@link RevisionHeader}
 */
public record ScriptIndex(List<String> scripts, List<String> revisions) {

    /** Where it is on the classpath. */
    public static final String LOCATION = "META-INF/io.migrations/revisions.index";

    private static final String SCRIPT = "script ";
    private static final String REVISION = "revision ";

    public ScriptIndex {
        scripts = List.copyOf(new TreeSet<>(scripts));
        revisions = List.copyOf(new TreeSet<>(revisions));
    }

    /**
     * That of some places.
     *
     * @param locations as {@link ScriptLoader} has them; those of the file system are left out
     * @param packages as {@link RevisionPackages} has them
     */
    public static ScriptIndex of(List<String> locations, List<String> packages, ClassLoader classLoader) {
        List<String> scripts = new ArrayList<>();
        var reader = new ScriptReader(classLoader, List.of());
        locations.stream()
                .map(ScriptLocation::parse)
                .filter(location -> location.kind() == ScriptLocation.Kind.CLASSPATH)
                .forEach(location -> scripts.addAll(reader.paths(location)));
        return new ScriptIndex(
                scripts,
                RevisionPackages.annotated(packages, classLoader).stream()
                        .map(Class::getName)
                        .toList());
    }

    /** What a running native image has; everywhere else there is none, as the classpath itself can be asked. */
    static List<String> scriptsHere(ClassLoader classLoader) {
        return NativeDetector.inNativeImage() ? read(classLoader).scripts() : List.of();
    }

    /** The same of the classes. */
    static List<String> revisionsHere(ClassLoader classLoader) {
        return NativeDetector.inNativeImage() ? read(classLoader).revisions() : List.of();
    }

    /** That which a build has written; empty where none has. */
    static ScriptIndex read(ClassLoader classLoader) {
        var resource = new ClassPathResource(LOCATION, classLoader);
        if (!resource.exists()) {
            return new ScriptIndex(List.of(), List.of());
        }
        try {
            List<String> lines =
                    resource.getContentAsString(StandardCharsets.UTF_8).lines().toList();
            return new ScriptIndex(after(SCRIPT, lines), after(REVISION, lines));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static List<String> after(String prefix, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .toList();
    }

    /** The file's text: a line for each. */
    public String text() {
        var text = new StringBuilder();
        Stream.concat(scripts.stream().map(SCRIPT::concat), revisions.stream().map(REVISION::concat))
                .forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }
}
