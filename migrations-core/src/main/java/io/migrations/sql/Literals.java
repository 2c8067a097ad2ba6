/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text as SQL that reads the same whatever the session's settings are. */
public final class Literals {

    private Literals() {}

    /** A string constant, or {@code NULL}. */
    public static String text(@Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        String quoted = "'" + value.replace("'", "''") + "'";
        // What a backslash means in a plain constant depends on standard_conforming_strings.
        return value.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    /** A text array. */
    public static String array(Collection<String> values) {
        return values.isEmpty()
                ? "'{}'::text[]"
                : values.stream().map(Literals::text).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    /** A string constant that shows the value as it is, lines and quotes and all. */
    public static String verbatim(@Nullable String value, String tag) {
        if (value == null) {
            return "NULL";
        }
        String quote = "$" + tag + "$";
        for (int i = 2; (value + quote).indexOf(quote) < value.length(); i++) {
            quote = "$" + tag + i + "$";
        }
        return quote + value + quote;
    }
}
