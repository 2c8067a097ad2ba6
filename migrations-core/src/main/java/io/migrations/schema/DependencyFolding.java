/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes dependencies between objects of rows of {@code pg_depend}. What a person does not see as an object of its own
 * stands for what it belongs to: the index of a constraint for the constraint, the member of an extension for the
 * extension.
 */
final class DependencyFolding {

    private record Edge(ObjectKey dependent, ObjectKey referenced) {}

    private static final Set<String> AUTOMATIC = Set.of("a", "i", "P", "S");
    private static final List<SchemaKind> RELATIONS =
            List.of(SchemaKind.TABLE, SchemaKind.VIEW, SchemaKind.MATERIALIZED_VIEW);

    private final Map<CatalogAddress, ObjectKey> keys;
    private final Map<CatalogAddress, CatalogAddress> aliases;
    private final Set<ObjectKey> all;
    private final Map<Edge, Boolean> edges = new HashMap<>();

    /**
     * @param keys what is an object
     * @param aliases what stands for something else
     * @param unaddressed further objects, which nothing depends on
     */
    DependencyFolding(
            Map<CatalogAddress, ObjectKey> keys,
            Map<CatalogAddress, CatalogAddress> aliases,
            Collection<ObjectKey> unaddressed) {
        this.keys = keys;
        this.aliases = aliases;
        this.all = new HashSet<>(keys.values());
        all.addAll(unaddressed);
        all.forEach(this::addContainer);
    }

    /** Adds a row of {@code pg_depend}; one between what is no object is nothing. */
    void add(CatalogAddress dependent, CatalogAddress referenced, String type) {
        ObjectKey from = find(dependent);
        ObjectKey to = find(referenced);
        if (from == null || to == null || isOwnColumn(from, to)) {
            return;
        }
        // What stands for something else goes by itself, but not what it stands for: a default, but not the column.
        boolean automatic = AUTOMATIC.contains(type) && keys.containsKey(dependent);
        add(from, to, automatic);
        if (to.kind() == SchemaKind.COLUMN && !isPart(from, to)) {
            add(from, ObjectKey.in(to.schema(), SchemaKind.TABLE, to.of()), automatic);
        }
    }

    Set<Dependency> dependencies() {
        var dependencies = new HashSet<Dependency>();
        edges.forEach(
                (edge, automatic) -> dependencies.add(new Dependency(edge.dependent, edge.referenced, automatic)));
        return dependencies;
    }

    private void add(ObjectKey from, ObjectKey to, boolean automatic) {
        if (!from.equals(to) && all.contains(to)) {
            edges.merge(new Edge(from, to), automatic, Boolean::logicalOr);
        }
    }

    private void addContainer(ObjectKey key) {
        if (!key.schema().isEmpty()) {
            add(key, ObjectKey.global(SchemaKind.SCHEMA, key.schema()), false);
        }
        if (key.kind() == SchemaKind.DOMAIN_CONSTRAINT) {
            add(key, ObjectKey.in(key.schema(), SchemaKind.DOMAIN, key.of()), true);
        } else if (!key.of().isEmpty() && key.kind() != SchemaKind.DEFAULT_PRIVILEGES) {
            RELATIONS.forEach(kind -> add(key, ObjectKey.in(key.schema(), kind, key.of()), true));
        }
    }

    /** A partitioned table needs the columns of its key, which need the table: no order could be found in that. */
    private static boolean isOwnColumn(ObjectKey table, ObjectKey column) {
        return table.kind() == SchemaKind.TABLE
                && column.of().equals(table.name())
                && column.schema().equals(table.schema());
    }

    private static boolean isPart(ObjectKey part, ObjectKey column) {
        return part.schema().equals(column.schema()) && part.of().equals(column.of());
    }

    private @Nullable ObjectKey find(CatalogAddress address) {
        CatalogAddress current = address;
        while (true) {
            ObjectKey key = keys.get(current);
            if (key != null) {
                return key;
            }
            CatalogAddress next = aliases.get(current);
            if (next == null && current.part() != 0) {
                next = current.whole();
            }
            if (next == null) {
                return null;
            }
            current = next;
        }
    }
}
