/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Storage parameters and their like: lines such as {@code fillfactor=70}. */
final class Options {

    private Options() {}

    /** As a clause: {@code (fillfactor='70')}. */
    static String list(List<String> lines) {
        return pairs(lines).entrySet().stream().map(Options::assigned).collect(Collectors.joining(", ", "(", ")"));
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
