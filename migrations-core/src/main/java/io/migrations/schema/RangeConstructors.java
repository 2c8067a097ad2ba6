/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.List;
import java.util.regex.Pattern;

/** The functions that a range type brings, which keep its name when that is changed. */
final class RangeConstructors {

    private static final Pattern SUBTYPE = Pattern.compile("\\bsubtype *= *([^,)]+)", Pattern.CASE_INSENSITIVE);

    private RangeConstructors() {}

    /** What a range is of. */
    static String subtype(SchemaObject range) {
        var said = SUBTYPE.matcher(range.get("definition"));
        if (!said.find()) {
            throw new IllegalStateException("A range of nothing: " + range);
        }
        return said.group(1).strip();
    }

    /**
     * The functions with their arguments.
     *
     * @param name what the range, and so the functions, are called
     * @param many the same of its multirange
     * @param now what the range is called already
     */
    static List<String> signatures(String name, String many, String now, String subtype) {
        return List.of(
                name + "(" + subtype + ", " + subtype + ")",
                name + "(" + subtype + ", " + subtype + ", text)",
                many + "()",
                many + "(" + now + ")",
                many + "(VARIADIC " + now + "[])");
    }
}
