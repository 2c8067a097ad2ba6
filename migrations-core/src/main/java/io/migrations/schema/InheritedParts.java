/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a partition has from its parent and keeps when it is parted from it: the indexes and constraints behind those of
 * the parent. As long as it is a partition they are no objects of their own.
 */
final class InheritedParts {

    private static final String FACT = "child ";

    /**
     * One of them.
     *
     * @param key what it is called once the table stands by itself
     * @param parent what it belongs to
     */
    record Part(ObjectKey key, ObjectKey parent, String definition) {

        /** The object that it is by itself, by what is known of the parent's. */
        private SchemaObject as(SchemaObject parentPart) {
            var properties = new TreeMap<String, String>();
            properties.put("definition", definition);
            var facts = new TreeMap<>(parentPart.facts());
            facts.put("inherited", "yes");
            return new SchemaObject(key, 0, properties, facts);
        }

        /** Drops what has been left behind. */
        Change dropped() {
            return key.kind() == SchemaKind.INDEX
                    ? Rendering.sql("DROP INDEX " + Naming.sql(key))
                    : Rendering.sql("ALTER TABLE %s DROP CONSTRAINT %s"
                            .formatted(Naming.whole(key).sql(), Naming.quoted(key)));
        }
    }

    private InheritedParts() {}

    /** The fact that tells of one, by its kind and name, and what it says. */
    static String fact(String kind, String name) {
        return FACT + kind + " " + name;
    }

    static String value(String table, String parent, String definition) {
        return table + "\n" + parent.replace("\n", " ") + "\n" + definition;
    }

    /** The indexes and constraints that a table has from its parent. */
    static List<Part> of(SchemaObject table) {
        return of(table, SchemaKind.INDEX, SchemaKind.CONSTRAINT);
    }

    /** The columns of a table that are NOT NULL by a constraint of its parent; the key is named as the constraint. */
    static List<Part> required(SchemaObject table) {
        return of(table, SchemaKind.COLUMN);
    }

    private static List<Part> of(SchemaObject table, SchemaKind... kinds) {
        List<Part> parts = new ArrayList<>();
        for (SchemaKind kind : kinds) {
            String start = fact(kind.name(), "");
            table.facts().forEach((fact, value) -> {
                if (fact.startsWith(start)) {
                    String[] lines = value.split("\n", 3);
                    ObjectKey whole = lines[0].isEmpty() ? table.key() : key(lines[0]);
                    parts.add(new Part(
                            table.key().part(kind, fact.substring(start.length())),
                            whole.part(kind, lines[1]),
                            lines[2]));
                }
            });
        }
        return parts;
    }

    private static ObjectKey key(String table) {
        var name = QuotedName.qualified(table);
        return ObjectKey.in(name.findSchema().orElse(""), SchemaKind.TABLE, name.simple());
    }

    /** The first snapshot, in which what stays with tables that are parted for good is there as objects. */
    static Snapshot released(Snapshot from, Snapshot to) {
        List<SchemaObject> objects = new ArrayList<>(from.objects().values());
        Set<Dependency> dependencies = new HashSet<>(from.dependencies());
        for (SchemaObject table : from.of(SchemaKind.TABLE)) {
            boolean isParted = table.has("partition of")
                    && to.find(table.key())
                            .filter(after -> !after.get("partition of").equals(table.get("partition of")))
                            .isPresent();
            for (Part part : isParted ? of(table) : List.<Part>of()) {
                from.find(part.parent()).ifPresent(parent -> {
                    objects.add(part.as(parent));
                    dependencies.add(new Dependency(part.key(), table.key(), true));
                    parent.fact("columns")
                            .lines()
                            .map(name -> table.key().part(SchemaKind.COLUMN, QuotedName.first(name)))
                            .filter(from::has)
                            .forEach(column -> dependencies.add(new Dependency(part.key(), column, true)));
                });
            }
        }
        var byKey = new TreeMap<ObjectKey, SchemaObject>();
        objects.forEach(object -> byKey.put(object.key(), object));
        return new Snapshot(byKey, dependencies, from.casts(), from.majorVersion(), from.unread());
    }
}
