/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds scripts and reads their text. */
final class ScriptReader {

    /** What stands in a text for bytes that are no character. */
    private static final char REPLACEMENT = '\uFFFD';

    private final ClassLoader classLoader;
    private final List<String> indexed;

    ScriptReader(ClassLoader classLoader) {
        this(classLoader, ScriptIndex.scriptsHere(classLoader));
    }

    /**
     * A reader.
     *
     * @param indexed the scripts of the classpath, where it cannot be asked which it has
     */
    ScriptReader(ClassLoader classLoader, List<String> indexed) {
        this.classLoader = classLoader;
        this.indexed = indexed;
    }

    /** The paths of a location's scripts. */
    List<String> paths(ScriptLocation location) {
        return location.root().isBlank()
                ? List.of()
                : find(location).stream()
                        .map(resource -> location.nameOf(url(resource)))
                        .toList();
    }

    /** The scripts of a location by their decoded URLs; none where there is no such place. */
    Map<String, ScriptFile> read(ScriptLocation location, List<ScriptFault> faults) {
        Map<String, ScriptFile> files = new LinkedHashMap<>();
        // An empty entry would be the whole classpath.
        if (!location.root().isBlank()) {
            for (Resource resource : find(location)) {
                String url = url(resource);
                String path = location.nameOf(url);
                files.put(
                        url,
                        new ScriptFile(
                                path, read(resource, path, faults), RepeatableFiles.nameOf(location.relative(url))));
            }
        }
        return files;
    }

    private List<Resource> find(ScriptLocation location) {
        if (location.kind() == ScriptLocation.Kind.CLASSPATH && !indexed.isEmpty()) {
            return indexed.stream()
                    .filter(path -> path.startsWith(location.root() + "/"))
                    .<Resource>map(path -> new ClassPathResource(path, classLoader))
                    .toList();
        }
        try {
            Resource[] found = new PathMatchingResourcePatternResolver(classLoader).getResources(location.pattern());
            return List.of(found).stream()
                    .filter(resource -> isScript(resource.getFilename()))
                    .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    static boolean isScript(@Nullable String name) {
        return name != null && name.toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    private static String url(Resource resource) {
        try {
            return URLDecoder.decode(resource.getURL().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** The text of one file; what is not UTF-8 is a fault. */
    static String read(Resource resource, String path, List<ScriptFault> faults) {
        byte[] bytes;
        try {
            bytes = resource.getContentAsByteArray();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        // A decoder would need four times the file's size, and a file may hold a whole table.
        String text = new String(bytes, StandardCharsets.UTF_8);
        int fault = text.indexOf(REPLACEMENT) < 0 ? -1 : malformedAt(bytes);
        if (fault >= 0) {
            int line = 1;
            for (int i = 0; i < fault; i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            faults.add(new ScriptFault(path, line, "The file is not UTF-8.", "Save it as UTF-8."));
            return "";
        }
        return text;
    }

    /** The first byte that belongs to no character of UTF-8, or -1. */
    private static int malformedAt(byte[] bytes) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var buffer = ByteBuffer.wrap(bytes);
        var characters = CharBuffer.allocate(8192);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(buffer, characters.clear(), true);
        }
        return result.isError() ? buffer.position() : -1;
    }
}
