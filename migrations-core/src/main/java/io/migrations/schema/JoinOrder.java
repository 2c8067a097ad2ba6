/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What has to be done in an order because tables are partitions of others, or inherit from them. */
final class JoinOrder {

    private final Sides sides;
    private final Set<ObjectKey> objects;
    private final Order order;
    private final Map<ObjectKey, List<ObjectKey>> handedDown = new HashMap<>();
    private final Map<ObjectKey, List<ObjectKey>> keyed = new HashMap<>();

    JoinOrder(Sides sides, Set<ObjectKey> objects, Order order) {
        this.sides = sides;
        this.objects = objects;
        this.order = order;
        for (ObjectKey key : objects) {
            ObjectKey table = Sides.tableOf(key);
            if (key.kind() == SchemaKind.COLUMN || sides.isCheck(key)) {
                handedDown.computeIfAbsent(table, of -> new ArrayList<>()).add(key);
            }
            if (isKeyed(key)) {
                keyed.computeIfAbsent(table, of -> new ArrayList<>()).add(key);
            }
        }
    }

    /** Parts and parents change while a table is not joined, or before it is. */
    void put() {
        orderSiblings();
        for (ObjectKey part : objects) {
            ObjectKey table = Sides.tableOf(part);
            boolean isOfTable = !part.of().isEmpty() && objects.contains(table);
            if (isOfTable) {
                List.of(Verb.DROP, Verb.ALTER, Verb.CREATE).forEach(verb -> order.put(table, Verb.UNLINK, part, verb));
                boolean isForeignKey = sides.isForeignKey(part);
                if (!isForeignKey && part.kind() != SchemaKind.TRIGGER && part.kind() != SchemaKind.POLICY) {
                    List.of(Verb.DROP, Verb.ALTER, Verb.CREATE)
                            .forEach(verb -> order.put(part, verb, table, Verb.LINK));
                }
            }
        }
        for (ObjectKey part : objects) {
            if (part.kind() == SchemaKind.COLUMN || sides.isCheck(part)) {
                sides.giver(part).ifPresent(parent -> order.put(parent, Verb.DROP, part, Verb.DROP));
            }
        }
        for (ObjectKey child : objects) {
            if (child.kind() == SchemaKind.TABLE) {
                sides.to().find(child).ifPresent(after -> orderKeysOf(child, Sides.parents(after)));
                sides.from().find(child).ifPresent(before -> orderParents(child, Sides.parents(before), true));
                sides.to().find(child).ifPresent(after -> orderParents(child, Sides.parents(after), false));
            }
        }
    }

    /** A partition is joined once those that had its rows, and that go, are gone. */
    private void orderSiblings() {
        Map<String, List<ObjectKey>> before = new HashMap<>();
        sides.from().of(SchemaKind.TABLE).stream()
                .filter(table -> table.has("partition of"))
                .forEach(table -> before.computeIfAbsent(table.get("partition of"), of -> new ArrayList<>())
                        .add(table.key()));
        sides.to().of(SchemaKind.TABLE).stream()
                .filter(table -> table.has("partition of"))
                .forEach(table -> before.getOrDefault(table.get("partition of"), List.of())
                        .forEach(sibling -> {
                            if (!sibling.equals(table.key())) {
                                order.put(sibling, Verb.DROP, table.key(), Verb.LINK);
                                order.put(sibling, Verb.UNLINK, table.key(), Verb.LINK);
                            }
                        }));
    }

    /** An index, or a key, of a parent takes over that of a partition that is like it, which cannot be dropped then. */
    private void orderKeysOf(ObjectKey child, List<ObjectKey> parents) {
        for (ObjectKey parent : parents) {
            for (ObjectKey part : keyed.getOrDefault(child, List.of())) {
                for (ObjectKey key : keyed.getOrDefault(parent, List.of())) {
                    order.put(part, Verb.DROP, key, Verb.CREATE);
                    order.put(key, Verb.DROP, part, Verb.CREATE);
                }
            }
        }
    }

    private static boolean isKeyed(ObjectKey key) {
        return key.kind() == SchemaKind.INDEX || key.kind() == SchemaKind.CONSTRAINT;
    }

    private void orderParents(ObjectKey child, List<ObjectKey> parents, boolean before) {
        for (ObjectKey parent : parents) {
            for (ObjectKey part : handedDown.getOrDefault(parent, List.of())) {
                for (Verb verb : List.of(Verb.DROP, Verb.ALTER, Verb.CREATE)) {
                    if (before) {
                        order.put(child, Verb.UNLINK, part, verb);
                    } else {
                        order.put(part, verb, child, Verb.LINK);
                        order.put(part, verb, child, Verb.CREATE);
                    }
                }
            }
        }
    }
}
