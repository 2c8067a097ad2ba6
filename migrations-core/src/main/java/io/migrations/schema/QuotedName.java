/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Name;
import java.util.ArrayList;
import java.util.List;

/** Names in texts of the catalog: in double quotes where they need them. */
final class QuotedName {

    private QuotedName() {}

    /** Where the name ends that a text begins with. */
    static int end(String text) {
        int i = 0;
        boolean isQuoted = false;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (!isQuoted && !Character.isLetterOrDigit(c) && c != '_' && c != '$') {
                break;
            }
            i++;
        }
        return i;
    }

    /** The name that a text begins with, as it is. */
    static String first(String text) {
        return plain(text.substring(0, end(text)));
    }

    /** The names in a list separated by commas, as they are. */
    static List<String> list(String text) {
        List<String> names = new ArrayList<>();
        String rest = text.strip();
        while (!rest.isEmpty()) {
            int end = end(rest);
            names.add(plain(rest.substring(0, end)));
            rest = rest.substring(end).replaceFirst("^\\s*,\\s*", "");
            if (end == 0) {
                throw new IllegalArgumentException("No list of names: " + text);
            }
        }
        return names;
    }

    /** A name with its schema that a text begins with. */
    static Name qualified(String text) {
        int dot = end(text);
        String first = first(text);
        return dot < text.length() && text.charAt(dot) == '.'
                ? new Name(first, first(text.substring(dot + 1)))
                : new Name(null, first);
    }

    /** The parts of a name with dots between them, as they are. */
    static List<String> path(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            int end = end(rest);
            parts.add(plain(rest.substring(0, end)));
            rest = end < rest.length() ? rest.substring(end + 1) : "";
        }
        return parts;
    }

    private static String plain(String quoted) {
        return quoted.startsWith("\"")
                ? quoted.substring(1, quoted.length() - 1).replace("\"\"", "\"")
                : quoted;
    }
}
