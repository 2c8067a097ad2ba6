/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.json.JsonParserFactory;

/**
 * The names of properties, as the configuration metadata has them, and what of a page's code is such a name.
 *
 * @param properties such as {@code migrations.lock.mode}
 */
record DocumentationNames(Set<String> properties) {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final Pattern DOTTED = Pattern.compile("(?<![\\w./])migrations(?:\\.(?:[\\w-]+|<\\w+>|\\*))+");
    private static final Pattern VARIABLE = Pattern.compile("\\bMIGRATIONS_[A-Z_]+\\b");
    private static final Pattern KEY = Pattern.compile("( *)([\\w-]+):(?: .*)?");

    /** What is no property of the configuration, by the only page that may say it: meters, fields of the log, a marker. */
    private static final Map<String, Set<String>> OTHER_NAMES = Map.of(
            "monitoring.md",
            Set.of(
                    "migrations.applied",
                    "migrations.database",
                    "migrations.duration_ms",
                    "migrations.failures",
                    "migrations.heads",
                    "migrations.last.success",
                    "migrations.lock.wait",
                    "migrations.lock_wait_ms",
                    "migrations.migrator",
                    "migrations.pending",
                    "migrations.retries",
                    "migrations.run",
                    "migrations.state",
                    "migrations.step",
                    "migrations.initialize"),
            "endpoint.md",
            Set.of("migrations.sql.<revision>"),
            "testing.md",
            Set.of("migrations.command.running"),
            "configuration.md",
            Set.of("migrations.command.running"));

    static DocumentationNames fromClasspath() throws IOException {
        Set<String> names = new TreeSet<>();
        for (URL url :
                Collections.list(DocumentationNames.class.getClassLoader().getResources(METADATA))) {
            propertiesOf(url).stream()
                    .filter(name -> name.startsWith("migrations."))
                    .forEach(names::add);
        }
        return new DocumentationNames(names);
    }

    private static List<String> propertiesOf(URL metadata) {
        try (InputStream content = metadata.openStream()) {
            Object properties = JsonParserFactory.getJsonParser()
                    .parseMap(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .get("properties");
            return ((Collection<?>) properties)
                    .stream()
                            .map(property -> String.valueOf(((Map<?, ?>) property).get("name")))
                            .toList();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Whether it is a property, all below a prefix, or what a map of them has. */
    boolean know(String name) {
        if (name.startsWith("migrations.instances.")) {
            return know(name.replaceFirst("instances\\.[^.]+\\.?", "").replaceFirst("\\.$", ""));
        }
        String prefix = name.replaceFirst("\\.\\*$", "");
        return properties.contains(name)
                || name.equals("migrations")
                || name.startsWith("migrations.placeholders.")
                || properties.stream().anyMatch(property -> property.startsWith(prefix + "."));
    }

    /** Whether it is the environment variable of a property. */
    boolean knowVariable(String name) {
        return properties.stream()
                .map(property -> property.replace('.', '_').replace("-", "").toUpperCase(Locale.ROOT))
                .anyMatch(name::equals);
    }

    /** The unknown ones among the names in a page's code: with dots, as keys of YAML, or as environment variables. */
    List<DocumentationPage.Piece> unknown(String page, List<DocumentationPage.Piece> code) {
        List<DocumentationPage.Piece> unknown = new ArrayList<>();
        for (DocumentationPage.Piece piece : code) {
            DOTTED.matcher(piece.text())
                    .results()
                    .map(match -> match.group())
                    .filter(name -> !know(name))
                    .forEach(name -> unknown.add(new DocumentationPage.Piece(piece.line(), name)));
            VARIABLE.matcher(piece.text())
                    .results()
                    .map(match -> match.group())
                    .filter(name -> !knowVariable(name))
                    .forEach(name -> unknown.add(new DocumentationPage.Piece(piece.line(), name)));
        }
        yaml(code).stream().filter(piece -> !know(piece.text())).forEach(unknown::add);
        unknown.removeIf(piece -> OTHER_NAMES.getOrDefault(page, Set.of()).contains(piece.text()));
        return unknown;
    }

    /** What keys below a line {@code migrations:} say in full. */
    static List<DocumentationPage.Piece> yaml(List<DocumentationPage.Piece> code) {
        List<DocumentationPage.Piece> names = new ArrayList<>();
        Deque<Integer> indents = new ArrayDeque<>();
        Deque<String> keys = new ArrayDeque<>();
        int last = 0;
        for (DocumentationPage.Piece piece : code) {
            Matcher key = KEY.matcher(piece.text());
            int indent = piece.text().length() - piece.text().stripLeading().length();
            boolean apart = piece.line() > last + 1;
            last = piece.line();
            while (!indents.isEmpty() && (apart || (!piece.text().isBlank() && indent <= indents.getLast()))) {
                indents.removeLast();
                keys.removeLast();
            }
            if (key.matches() && (!keys.isEmpty() || key.group(2).equals("migrations"))) {
                indents.addLast(indent);
                keys.addLast(key.group(2));
                if (keys.size() > 1) {
                    names.add(new DocumentationPage.Piece(piece.line(), String.join(".", keys)));
                }
            }
        }
        return names;
    }
}
