/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How one object differs between two snapshots.
 *
 * @param key the object
 * @param whole what it is a part of, as a column is of its table; else the object itself
 * @param kind whether it is in one of them only, or in both and not alike
 * @param properties the properties that differ; of an object that one of them lacks, all it has
 */
public record ObjectDifference(ObjectKey key, ObjectKey whole, Kind kind, List<PropertyDifference> properties) {

    /** What the difference is, seen from the snapshot that is expected. */
    public enum Kind {
        /** Expected, and not there. */
        MISSING,
        /** There, and not expected. */
        UNEXPECTED,
        /** Expected to be otherwise. */
        CHANGED
    }

    public ObjectDifference {
        properties = List.copyOf(properties);
    }

    /** The difference between an object as it is expected and as it is, of which one may be none. */
    static ObjectDifference of(
            ObjectKey key, ObjectKey whole, @Nullable SchemaObject expected, @Nullable SchemaObject actual) {
        Map<String, String> before = expected == null ? Map.of() : expected.properties();
        Map<String, String> after = actual == null ? Map.of() : actual.properties();
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var properties = new ArrayList<PropertyDifference>();
        for (String name : names) {
            var property = new PropertyDifference(name, before.get(name), after.get(name));
            if (property.isOne()) {
                properties.add(property);
            }
        }
        Kind kind = expected == null ? Kind.UNEXPECTED : actual == null ? Kind.MISSING : Kind.CHANGED;
        return new ObjectDifference(key, whole, kind, properties);
    }

    /** The same as plain values: texts, lists and maps of them, for JSON. */
    public Map<String, Object> values() {
        var values = new LinkedHashMap<String, Object>();
        values.put("object", key.toString());
        values.put("kind", key.kind().name().toLowerCase(Locale.ROOT));
        values.put("schema", key.schema());
        values.put("of", key.of());
        values.put("name", key.name());
        values.put("arguments", key.arguments());
        values.put("difference", kind.name().toLowerCase(Locale.ROOT));
        values.put(
                "properties",
                properties.stream().map(PropertyDifference::values).toList());
        return values;
    }
}
