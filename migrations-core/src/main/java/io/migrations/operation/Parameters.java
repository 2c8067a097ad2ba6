/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Storage parameters, such as {@code fillfactor}, and the parameters of an operator class: names with constants. */
final class Parameters {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)?");

    private Parameters() {}

    /**
     * A copy in the order of the names, so that the same parameters are the same SQL.
     *
     * @throws InvalidOperationException for a name that PostgreSQL could not read
     */
    static SortedMap<String, String> copyOf(Map<String, String> parameters) {
        parameters.keySet().forEach(Parameters::requireName);
        return Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    /** The parameters with one more, its value as a constant. */
    static Map<String, String> with(Map<String, String> parameters, String name, Object value) {
        var more = new TreeMap<>(parameters);
        more.put(name, Value.of(value));
        return more;
    }

    /** {@code (fillfactor = 70)}, or nothing where there are none. */
    static String sql(Map<String, String> parameters) {
        return parameters.isEmpty()
                ? ""
                : parameters.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue())
                        .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The same as a clause of its own: {@code WITH (fillfactor = 70)}. */
    static String with(Map<String, String> parameters) {
        return parameters.isEmpty() ? "" : "WITH " + sql(parameters);
    }

    static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidOperationException(
                    "'%s' is no name of a storage parameter.".formatted(name),
                    "Write one such as fillfactor or toast.autovacuum_enabled.");
        }
    }
}
