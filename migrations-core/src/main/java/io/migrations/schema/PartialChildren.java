/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Partitions and children of the tables that a model has: it does not know them, and they get the columns of those. */
final class PartialChildren {

    private final Snapshot from;
    private final Map<ObjectKey, SchemaObject> wanted;
    private final List<SchemaObject> tables;

    PartialChildren(Snapshot from, Snapshot model, Map<ObjectKey, SchemaObject> wanted) {
        this.from = from;
        this.wanted = wanted;
        this.tables = from.of(SchemaKind.TABLE).stream()
                .filter(table -> !model.has(table.key()))
                .filter(table -> !Sides.parents(table).isEmpty())
                .toList();
    }

    /** What goes from them with a column of their parent. */
    List<ObjectKey> of(ObjectKey part) {
        return part.kind() == SchemaKind.COLUMN
                ? tables.stream()
                        .filter(table -> Sides.parents(table).contains(Sides.tableOf(part)))
                        .map(table -> table.key().part(SchemaKind.COLUMN, part.name()))
                        .filter(from::has)
                        .toList()
                : List.of();
    }

    /** Gives them what their parents get; several times, as they may be parents themselves. */
    void follow() {
        boolean isChanged = true;
        while (isChanged) {
            isChanged = false;
            for (SchemaObject table : tables) {
                for (ObjectKey parent : Sides.parents(table)) {
                    isChanged |= follow(table.key(), parent);
                }
            }
        }
    }

    private boolean follow(ObjectKey child, ObjectKey parent) {
        List<SchemaObject> parts = wanted.values().stream()
                .filter(part -> part.key().kind() == SchemaKind.COLUMN
                        || part.key().kind() == SchemaKind.DEFAULT
                        || part.fact("type").equals("c"))
                .filter(part -> Sides.tableOf(part.key()).equals(parent))
                .filter(part -> from.find(part.key()).filter(part::isSame).isEmpty())
                .toList();
        boolean isChanged = false;
        for (SchemaObject part : parts) {
            ObjectKey key = child.part(part.key().kind(), part.key().name());
            SchemaObject followed = followed(key, part);
            isChanged |= !followed.equals(wanted.put(key, followed));
        }
        return isChanged;
    }

    private SchemaObject followed(ObjectKey key, SchemaObject part) {
        Map<String, String> properties = new HashMap<>(part.properties());
        List.of("comment", "privileges").forEach(properties::remove);
        SchemaObject known = from.objects().get(key);
        if (known != null) {
            List.of("comment", "privileges")
                    .forEach(name -> known.find(name).ifPresent(value -> properties.put(name, value)));
        }
        Map<String, String> facts = new HashMap<>(part.facts());
        facts.put("inherited", "yes");
        if (known == null) {
            facts.put("local", "no");
        }
        int position = known == null ? part.position() : known.position();
        return new SchemaObject(key, position, new TreeMap<>(properties), new TreeMap<>(facts));
    }
}
