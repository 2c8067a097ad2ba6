/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Identity;
import io.migrations.operation.SequenceSettings;
import io.migrations.operation.Type;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a sequence is set to, be it one by itself or that of an identity column. */
final class SequenceOptions {

    private static final Map<String, Long> HIGHEST =
            Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE);
    private static final Map<String, Long> LOWEST =
            Map.of("smallint", (long) Short.MIN_VALUE, "integer", (long) Integer.MIN_VALUE);

    private SequenceOptions() {}

    /** Only what is not as usual. */
    static SequenceSettings said(SchemaObject sequence) {
        return new SequenceSettings(
                sequence.find("type").map(Type::new).orElse(null),
                number(sequence, "increment"),
                number(sequence, "minimum"),
                number(sequence, "maximum"),
                number(sequence, "start"),
                number(sequence, "cache"),
                sequence.has("cycle") ? Boolean.TRUE : null,
                null);
    }

    /** What is another than before, the usual spelt out. */
    static SequenceSettings changed(SchemaObject before, SchemaObject after) {
        String type = after.find("type").orElse("bigint");
        boolean descends = after.get("increment").startsWith("-");
        boolean turns = descends != before.get("increment").startsWith("-");
        boolean isRetyped = turns || !before.get("type").equals(after.get("type"));
        long low = descends ? LOWEST.getOrDefault(type, Long.MIN_VALUE) : 1;
        long high = descends ? -1 : HIGHEST.getOrDefault(type, Long.MAX_VALUE);
        return new SequenceSettings(
                before.get("type").equals(after.get("type")) ? null : new Type(type),
                changed(before, after, "increment", 1, false, false),
                changed(before, after, "minimum", low, isRetyped, turns),
                changed(before, after, "maximum", high, isRetyped, turns),
                changed(before, after, "start", descends ? high : low, false, turns),
                changed(before, after, "cache", 1, false, false),
                before.has("cycle") == after.has("cycle") ? null : after.has("cycle"),
                null);
    }

    static Identity identity(SchemaObject column) {
        return new Identity(
                column.get("identity").equals("always"),
                number(column, "start"),
                number(column, "increment"),
                number(column, "minimum"),
                number(column, "maximum"),
                number(column, "cache"),
                column.has("cycle") ? Boolean.TRUE : null);
    }

    /** The identity with everything spelt out that is another than before. */
    static Identity changedIdentity(SchemaObject before, SchemaObject after) {
        SequenceSettings changed = changed(sequenceOf(before), sequenceOf(after));
        return new Identity(
                after.get("identity").equals("always"),
                changed.start(),
                changed.increment(),
                changed.minimum(),
                changed.maximum(),
                changed.cache(),
                changed.cycling());
    }

    /** The sequence of an identity column has the type of the column. */
    private static SchemaObject sequenceOf(SchemaObject column) {
        var properties = new TreeMap<>(column.properties());
        if (column.get("type").equals("bigint")) {
            properties.remove("type");
        }
        return column.with(properties);
    }

    private static @Nullable Long number(SchemaObject sequence, String property) {
        return sequence.find(property).map(Long::valueOf).orElse(null);
    }

    private static @Nullable Long changed(
            SchemaObject before, SchemaObject after, String property, long usual, boolean ifSaid, boolean always) {
        boolean isChanged = always || !before.get(property).equals(after.get(property));
        return isChanged || (ifSaid && after.has(property))
                ? after.find(property).map(Long::valueOf).orElse(usual)
                : null;
    }
}
