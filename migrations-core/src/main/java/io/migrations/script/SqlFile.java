/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.SqlFault;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A file of SQL that is no revision, such as a desired schema.
 *
 * @param path as its location names it
 */
public record SqlFile(String path, String text) {

    private static final String FILE = "file:";

    /**
     * Reads the file of a location: {@code classpath:db/schema.sql}, {@code file:/srv/schema.sql}, a bare path of the
     * classpath, or several by wildcards, in natural order.
     *
     * @param faults takes what is wrong: no such file, or one that is not UTF-8
     */
    public static List<SqlFile> read(String location, ClassLoader classLoader, List<ScriptFault> faults) {
        String lower = location.toLowerCase(Locale.ROOT);
        boolean prefixed = lower.startsWith(FILE) || lower.startsWith("classpath:") || lower.startsWith("classpath*:");
        boolean wild = location.contains("*.") || location.contains("/*") || location.contains("?");
        List<Resource> found = find((prefixed ? "" : "classpath:") + location, classLoader);
        if (found.isEmpty()) {
            faults.add(new ScriptFault(
                    location,
                    1,
                    wild ? "No file matches." : "There is no such file.",
                    lower.startsWith(FILE)
                            ? "Create it, or correct the path; a relative one starts at the working directory."
                            : "Create it below 'src/main/resources', or correct the path."));
        }
        List<SqlFile> files = new ArrayList<>();
        for (Resource resource : found) {
            String path =
                    wild ? location.substring(0, location.lastIndexOf('/') + 1) + resource.getFilename() : location;
            files.add(new SqlFile(path, ScriptReader.read(resource, path, faults)));
        }
        return files;
    }

    /** Something that the lexer found wrong in a file. */
    public static ScriptFault fault(String path, SqlFault fault) {
        return ScriptFault.of(path, fault);
    }

    private static List<Resource> find(String location, ClassLoader classLoader) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver(classLoader).getResources(location))
                    .filter(Resource::isReadable)
                    .sorted(Comparator.comparing(
                            resource -> String.valueOf(resource.getFilename()), NaturalOrder.INSTANCE))
                    .toList();
        } catch (FileNotFoundException exception) {
            // The folder of a pattern.
            return List.of();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
