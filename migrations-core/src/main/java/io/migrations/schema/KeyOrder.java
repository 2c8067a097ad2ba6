/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be done in an order because of foreign keys and the keys they lean on. */
final class KeyOrder {

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;
    private final ActionGraph graph;
    private final Order order;

    KeyOrder(Sides sides, Map<ObjectKey, Fate> fates, ActionGraph graph, Order order) {
        this.sides = sides;
        this.fates = fates;
        this.graph = graph;
        this.order = order;
    }

    void put() {
        keys();
        references();
    }

    /** A foreign key leans on whichever key of the other table PostgreSQL finds first, so the others have to be gone. */
    private void keys() {
        Map<String, List<ObjectKey>> dropped = new HashMap<>();
        sides.from().objects().values().stream()
                .filter(object -> fates.getOrDefault(object.key(), Fate.KEEP).isGone())
                .filter(object -> object.fact("type").matches("[pu]")
                        || object.fact("unique").equals("yes"))
                .forEach(object -> dropped.computeIfAbsent(
                                Naming.whole(object.key()).sql(), table -> new ArrayList<>())
                        .add(object.key()));
        sides.to().of(SchemaKind.CONSTRAINT).stream()
                .filter(constraint -> sides.isForeignKey(constraint.key()))
                .forEach(this::persistence);
        sides.to().of(SchemaKind.CONSTRAINT).stream()
                .filter(constraint -> sides.isForeignKey(constraint.key()))
                .forEach(constraint -> dropped.getOrDefault(constraint.fact("referenced table"), List.of())
                        .forEach(key -> order.put(key, Verb.DROP, constraint.key(), Verb.CREATE)));
    }

    /** A table that lasts refers to none that is lost in a crash, at no time. */
    private void persistence(SchemaObject foreignKey) {
        ObjectKey table = Sides.tableOf(foreignKey.key());
        var name = QuotedName.qualified(foreignKey.fact("referenced table"));
        ObjectKey other = ObjectKey.in(name.findSchema().orElse(""), SchemaKind.TABLE, name.simple());
        boolean lasts = sides.isInBoth(other)
                && sides.before(other).has("unlogged")
                && !sides.after(other).has("unlogged");
        boolean isLost = sides.isInBoth(table)
                && !sides.before(table).has("unlogged")
                && sides.after(table).has("unlogged");
        if (lasts) {
            order.put(other, Verb.ALTER, table, Verb.ALTER);
        } else if (isLost) {
            order.put(table, Verb.ALTER, other, Verb.ALTER);
        }
    }

    /** Partitions are parted and joined while no foreign key refers to their rows. */
    private void references() {
        for (ObjectKey table : fates.keySet()) {
            boolean isParted = table.kind() == SchemaKind.TABLE && graph.has(new Action(Verb.UNLINK, table));
            if (isParted) {
                Set<String> ancestors = sides.ancestors(sides.before(table));
                sides.from().of(SchemaKind.CONSTRAINT).stream()
                        .filter(key -> ancestors.contains(key.fact("referenced table")))
                        .forEach(key -> {
                            order.put(key.key(), Verb.DROP, table, Verb.UNLINK);
                            order.put(table, Verb.LINK, key.key(), Verb.CREATE);
                        });
            }
        }
    }
}
