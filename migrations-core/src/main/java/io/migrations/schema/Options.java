/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.sql.Identifiers;
import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Storage parameters and their like: lines such as {@code fillfactor=70}. */
final class Options {

    private static final Pattern CLAUSE = Pattern.compile(" OPTIONS \\((.*)\\)$", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("(\"(?:[^\"]|\"\")+\"|\\w+) '((?:[^']|'')*)'");

    private Options() {}

    /** A statement without its options. */
    static String without(String statement) {
        return CLAUSE.matcher(statement).replaceFirst("");
    }

    /** The options at the end of a statement, as lines. */
    static List<String> in(String statement) {
        var clause = CLAUSE.matcher(statement);
        return clause.find()
                ? OPTION.matcher(clause.group(1))
                        .results()
                        .map(option -> QuotedName.first(option.group(1)) + "="
                                + option.group(2).replace("''", "'"))
                        .toList()
                : List.of();
    }

    /** As a clause: {@code (fillfactor='70')}. */
    static String list(List<String> lines) {
        return pairs(lines).entrySet().stream().map(Options::assigned).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The clause that changes options of what lies on another server; empty where nothing changes. */
    static String foreign(List<String> before, List<String> after) {
        Map<String, String> old = pairs(before);
        Map<String, String> now = pairs(after);
        List<String> changes = new ArrayList<>();
        old.keySet().stream()
                .filter(name -> !now.containsKey(name))
                .forEach(name -> changes.add("DROP " + Identifiers.quoted(name)));
        now.forEach((name, value) -> {
            if (!value.equals(old.get(name))) {
                changes.add((old.containsKey(name) ? "SET " : "ADD ") + option(name, value));
            }
        });
        return changes.isEmpty() ? "" : "OPTIONS (" + String.join(", ", changes) + ")";
    }

    /** The clause that gives options to what is new on another server; empty where there are none. */
    static String foreign(List<String> lines) {
        return lines.isEmpty()
                ? ""
                : pairs(lines).entrySet().stream()
                        .map(pair -> option(pair.getKey(), pair.getValue()))
                        .collect(Collectors.joining(", ", " OPTIONS (", ")"));
    }

    private static String option(String name, String value) {
        return Identifiers.quoted(name) + " " + Literals.text(value);
    }

    /** {@code RESET (...)} and {@code SET (...)}, as far as there is something to do. */
    static List<String> changes(List<String> before, List<String> after) {
        Map<String, String> old = pairs(before);
        Map<String, String> now = pairs(after);
        List<String> actions = new ArrayList<>();
        List<String> gone =
                old.keySet().stream().filter(name -> !now.containsKey(name)).toList();
        if (!gone.isEmpty()) {
            actions.add("RESET (" + String.join(", ", gone) + ")");
        }
        String set = now.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(old.get(entry.getKey())))
                .map(Options::assigned)
                .collect(Collectors.joining(", "));
        if (!set.isEmpty()) {
            actions.add("SET (" + set + ")");
        }
        return actions;
    }

    private static String assigned(Map.Entry<String, String> option) {
        return option.getKey() + " = '" + option.getValue().replace("'", "''") + "'";
    }

    private static Map<String, String> pairs(List<String> lines) {
        Map<String, String> pairs = new LinkedHashMap<>();
        lines.forEach(line -> {
            int equals = line.indexOf('=');
            pairs.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return pairs;
    }
}
