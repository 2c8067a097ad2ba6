/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Storage parameters and the options of views, by their names. */
final class Parameters {

    private Parameters() {}

    static Map<String, Object> with(Map<String, Object> parameters, String name, Object value) {
        Map<String, Object> more = new TreeMap<>(parameters);
        more.put(name, value);
        return more;
    }

    /** {@code WITH (...)}, by name; empty without any. */
    static String sql(Map<String, Object> parameters) {
        return parameters.isEmpty() ? "" : "WITH (" + list(parameters) + ")";
    }

    private static String list(Map<String, Object> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> Name.of(entry.getKey()).sql() + " = " + Value.of(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
