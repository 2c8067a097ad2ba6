/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A property that two objects do not have in common.
 *
 * @param property its name
 * @param expected its value where it is expected; none where it is as usual
 * @param actual its value where it is; none where it is as usual
 */
public record PropertyDifference(
        String property,
        @Nullable String expected,
        @Nullable String actual) {

    boolean isOne() {
        return !Objects.equals(expected, actual);
    }

    /** Whether it is better shown line by line. */
    boolean hasLines() {
        return isLong(expected) || isLong(actual);
    }

    /** The same as plain values, for JSON; a side that has no value is not in it. */
    public Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        values.put("property", property);
        if (expected != null) {
            values.put("expected", expected);
        }
        if (actual != null) {
            values.put("actual", actual);
        }
        return values;
    }

    private static boolean isLong(@Nullable String value) {
        return value != null && value.indexOf('\n') >= 0;
    }
}
