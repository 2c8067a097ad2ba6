/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The queries on the catalog, as they suit a server. Each is a file beside this class; {@code {own c}} in it stands for
 * the fragment {@code own} of {@code fragments.sql} with {@code c} for {@code $1} ({@code of} parts two arguments), and a
 * line that ends in {@code -- from 15} is only for servers from that version on. One that begins with {@code -- needs}
 * names rows of the catalog without which it can find nothing.
 */
final class CatalogQueries {

    private static final Pattern FRAGMENT = Pattern.compile("\\{([a-z-]+)(?: ([^{}]*))?}");
    private static final Pattern HEADING = Pattern.compile("(?m)^-- ([a-z-]+)\n");
    private static final Pattern NEEDS = Pattern.compile("\\A-- needs (.*)\n");
    private static final Pattern VERSION = Pattern.compile("(?m)^.* -- from (\\d+)\n");

    private static final Map<String, String> RESOURCES = new ConcurrentHashMap<>();

    private final int majorVersion;
    private final Map<String, String> fragments = new HashMap<>();

    /**
     * @param leftOut the oids of tables that are no part of the schema
     * @param leftOutFunctions the oids of functions that are not
     */
    CatalogQueries(int majorVersion, Collection<Long> leftOut, Collection<Long> leftOutFunctions) {
        this.majorVersion = majorVersion;
        String[] texts = HEADING.split(resource("fragments"), -1);
        Matcher heading = HEADING.matcher(resource("fragments"));
        for (int i = 1; heading.find(); i++) {
            fragments.put(heading.group(1), texts[i].strip());
        }
        fragments.put("left-out", array(leftOut));
        fragments.put("left-out-functions", array(leftOutFunctions));
    }

    int majorVersion() {
        return majorVersion;
    }

    String text(String name) {
        String text = VERSION.matcher(resource(name))
                .replaceAll(line ->
                        Integer.parseInt(line.group(1)) <= majorVersion ? Matcher.quoteReplacement(line.group()) : "");
        while (FRAGMENT.matcher(text).find()) {
            text = FRAGMENT.matcher(text)
                    .replaceAll(found -> Matcher.quoteReplacement(fragment(found.group(1), found.group(2))));
        }
        return text;
    }

    private String fragment(String name, @Nullable String arguments) {
        String text = fragments.get(name);
        if (text == null) {
            throw new IllegalStateException("There is no fragment '%s'.".formatted(name));
        }
        if (arguments == null) {
            return text;
        }
        String[] each = arguments.split(" of ", 2);
        for (int i = 0; i < each.length; i++) {
            text = text.replace("$" + (i + 1), each[i]);
        }
        return text;
    }

    private static String array(Collection<Long> ids) {
        return "'{%s}'::oid[]".formatted(ids.stream().map(String::valueOf).collect(Collectors.joining(",")));
    }

    /** A query for whether there are the rows that each of some queries needs; of one that needs none it says so. */
    String needs(List<String> names) {
        return names.stream()
                .map(name -> NEEDS.matcher(resource(name)))
                .map(needs -> needs.find() ? "EXISTS (SELECT FROM %s)".formatted(needs.group(1)) : "true")
                .collect(Collectors.joining(", ", "SELECT ARRAY[", "]"));
    }

    private static String resource(String name) {
        return RESOURCES.computeIfAbsent(name, CatalogQueries::read);
    }

    private static String read(String name) {
        try (InputStream file = CatalogQueries.class.getResourceAsStream(name + ".sql")) {
            if (file == null) {
                throw new IllegalStateException("The resource '%s.sql' is missing.".formatted(name));
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
