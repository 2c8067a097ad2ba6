/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tables that a model does not know. They are left alone, with all that they have and need: somebody else may have made
 * them for a reason.
 */
public final class UnknownTables {

    private UnknownTables() {}

    /** The tables that only the first has, by name. */
    public static List<ObjectKey> in(Snapshot from, Snapshot model) {
        return from.of(SchemaKind.TABLE).stream()
                .map(SchemaObject::key)
                .filter(key -> !model.has(key) && !model.has(ObjectKey.in(key.schema(), SchemaKind.VIEW, key.name())))
                .toList();
    }

    /** A model with tables of another snapshot, as they are there. */
    public static Snapshot kept(Snapshot from, Snapshot model, List<ObjectKey> tables) {
        if (tables.isEmpty()) {
            return model;
        }
        Map<ObjectKey, SchemaObject> objects = new TreeMap<>(model.objects());
        Set<ObjectKey> kept = needed(from, tables);
        kept.forEach(key -> objects.putIfAbsent(key, from.objects().get(key)));
        Set<Dependency> dependencies = new HashSet<>(model.dependencies());
        from.dependencies().stream()
                .filter(edge -> kept.contains(edge.dependent()) && objects.containsKey(edge.referenced()))
                .forEach(dependencies::add);
        return new Snapshot(new TreeMap<>(objects), dependencies, model.casts(), model.majorVersion(), model.unread());
    }

    /** A snapshot without tables, and all that belongs to them. */
    public static Snapshot dropped(Snapshot snapshot, List<ObjectKey> tables) {
        Set<ObjectKey> whole = Set.copyOf(tables);
        return snapshot.with(snapshot.objects().values().stream()
                .filter(object -> !whole.contains(object.key()) && !isPart(object, whole))
                .toList());
    }

    private static Set<ObjectKey> needed(Snapshot from, List<ObjectKey> tables) {
        Map<ObjectKey, List<ObjectKey>> needs = new HashMap<>(from.dependencies().stream()
                .collect(Collectors.groupingBy(
                        Dependency::dependent, Collectors.mapping(Dependency::referenced, Collectors.toList()))));
        Set<ObjectKey> whole = Set.copyOf(tables);
        Set<ObjectKey> needed = new LinkedHashSet<>();
        Deque<ObjectKey> open = new ArrayDeque<>(tables);
        from.objects().values().stream()
                .filter(object -> isPart(object, whole))
                .map(SchemaObject::key)
                .forEach(open::add);
        while (!open.isEmpty()) {
            ObjectKey key = open.remove();
            if (from.has(key) && needed.add(key)) {
                open.addAll(needs.getOrDefault(key, List.of()));
            }
        }
        return needed;
    }

    private static boolean isPart(SchemaObject object, Set<ObjectKey> tables) {
        if (object.key().kind() == SchemaKind.SEQUENCE) {
            return object.has("owned by") && tables.contains(Sides.tableOf(TableLinks.owner(object)));
        }
        return !object.key().of().isEmpty() && tables.contains(Sides.tableOf(object.key()));
    }
}
