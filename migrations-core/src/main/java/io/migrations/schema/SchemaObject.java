/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One object of a database, as its catalog describes it. Texts are PostgreSQL's own, with every name qualified. What is
 * as usual is left out.
 *
 * @param position where it stands among its like: of columns their order. No part of what is compared
 * @param properties what makes it what it is, by a name for people; several values are lines
 * @param facts what else is known of it, and no part of what is compared
 */
public record SchemaObject(
        ObjectKey key, int position, SortedMap<String, String> properties, SortedMap<String, String> facts) {

    public SchemaObject {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }

    /** A property; none where it is as usual. */
    public Optional<String> find(String property) {
        return Optional.ofNullable(properties.get(property));
    }

    /** A property; empty where it is as usual. */
    public String get(String property) {
        return properties.getOrDefault(property, "");
    }

    /** The lines of a property with several values. */
    public List<String> lines(String property) {
        String value = properties.get(property);
        return value == null ? List.of() : List.of(value.split("\n", -1));
    }

    public boolean has(String property) {
        return properties.containsKey(property);
    }

    /** Something known of it that is no property; empty where it is not. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** Whether both are the same thing, wherever they stand and whatever else is known of them. */
    public boolean isSame(SchemaObject other) {
        return key.equals(other.key) && properties.equals(other.properties);
    }

    /** The same with other properties. */
    SchemaObject with(Map<String, String> others) {
        return new SchemaObject(key, position, new TreeMap<>(others), facts);
    }
}
