/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.RenameConstraint;
import io.migrations.operation.RenameIndex;
import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Constraints, indexes and sequences of columns that are called otherwise and are the same in everything else. Renaming
 * them loses nothing, so that nobody need be asked; where several could be meant, none is renamed.
 *
 * @param applied the snapshot with the new names
 */
record SafeRenames(List<Change> changes, Snapshot applied) {

    static SafeRenames between(Snapshot from, Snapshot to) {
        Map<ObjectKey, ObjectKey> names = new TreeMap<>();
        for (SchemaKind kind : List.of(SchemaKind.CONSTRAINT, SchemaKind.INDEX, SchemaKind.SEQUENCE)) {
            Map<String, List<SchemaObject>> gone = byLook(from, to, kind);
            Map<String, List<SchemaObject>> come = byLook(to, from, kind);
            gone.forEach((look, old) -> {
                List<SchemaObject> now = come.getOrDefault(look, List.of());
                if (old.size() == 1 && now.size() == 1) {
                    names.put(old.get(0).key(), now.get(0).key());
                }
            });
        }
        return names.isEmpty() ? new SafeRenames(List.of(), from) : renamed(from, to, names);
    }

    /** What only one of two snapshots has, on tables that both have, by all but the name. */
    private static Map<String, List<SchemaObject>> byLook(Snapshot one, Snapshot other, SchemaKind kind) {
        return one.of(kind).stream()
                .filter(object -> !other.has(object.key()))
                .filter(object -> object.fact("inherited").isEmpty())
                .filter(object -> isTableInBoth(one, other, object))
                .collect(Collectors.groupingBy(SafeRenames::look));
    }

    private static boolean isTableInBoth(Snapshot one, Snapshot other, SchemaObject object) {
        if (object.key().kind() == SchemaKind.SEQUENCE && !object.has("owned by")) {
            return false;
        }
        ObjectKey table =
                Sides.tableOf(object.key().kind() == SchemaKind.SEQUENCE ? TableLinks.owner(object) : object.key());
        return one.has(table) && other.has(table);
    }

    private static String look(SchemaObject object) {
        Map<String, String> properties = new TreeMap<>(object.properties());
        properties.computeIfPresent("definition", (key, text) -> unnamed(object, text));
        properties.remove("comment");
        String table = object.key().of().isEmpty()
                ? object.key().schema()
                : Naming.whole(object.key()).sql();
        return table + " " + object.key().kind() + " " + properties;
    }

    private static String unnamed(SchemaObject object, String definition) {
        return object.key().kind() == SchemaKind.INDEX
                ? definition.replaceFirst(" INDEX .*? ON ", " INDEX ON ")
                : definition;
    }

    private static SafeRenames renamed(Snapshot from, Snapshot to, Map<ObjectKey, ObjectKey> names) {
        List<Change> changes = new ArrayList<>();
        names.forEach((old, now) -> changes.add(change(old, now)));
        Map<String, String> sequences = new HashMap<>();
        names.forEach((old, now) -> {
            if (old.kind() == SchemaKind.SEQUENCE) {
                sequences.put(Literals.text(Naming.sql(old)), Literals.text(Naming.sql(now)));
            }
        });
        List<SchemaObject> objects = from.objects().values().stream()
                .map(object -> {
                    ObjectKey name = names.get(object.key());
                    boolean isDefault = object.key().kind() == SchemaKind.DEFAULT;
                    return name != null ? renamed(object, name, to) : isDefault ? counting(object, sequences) : object;
                })
                .toList();
        Map<ObjectKey, SchemaObject> byKey = new HashMap<>();
        objects.forEach(object -> byKey.put(object.key(), object));
        var dependencies = from.dependencies().stream()
                .map(edge -> new Dependency(
                        names.getOrDefault(edge.dependent(), edge.dependent()),
                        names.getOrDefault(edge.referenced(), edge.referenced()),
                        edge.automatic()))
                .collect(Collectors.toSet());
        return new SafeRenames(
                changes,
                new Snapshot(new TreeMap<>(byKey), dependencies, from.casts(), from.majorVersion(), from.unread()));
    }

    private static Change change(ObjectKey old, ObjectKey now) {
        return switch (old.kind()) {
            case INDEX -> Rendering.change(new RenameIndex(Naming.name(old), now.name()));
            case SEQUENCE -> Rendering.sql("ALTER SEQUENCE " + Naming.sql(old) + " RENAME TO " + Naming.quoted(now));
            default -> Rendering.change(new RenameConstraint(Naming.whole(old), old.name(), now.name()));
        };
    }

    /** A default that takes the next number of a renamed sequence names it by its new name from then on. */
    private static SchemaObject counting(SchemaObject object, Map<String, String> sequences) {
        Map<String, String> properties = new TreeMap<>(object.properties());
        sequences.forEach(
                (old, now) -> properties.computeIfPresent("expression", (key, text) -> text.replace(old, now)));
        return object.with(properties);
    }

    private static SchemaObject renamed(SchemaObject object, ObjectKey name, Snapshot to) {
        Map<String, String> properties = new TreeMap<>(object.properties());
        properties.computeIfPresent(
                "definition",
                (key, text) -> to.find(name).map(now -> now.get("definition")).orElse(text));
        return new SchemaObject(name, object.position(), new TreeMap<>(properties), object.facts());
    }
}
