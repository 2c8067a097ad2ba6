/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.Map;
import java.util.Optional;

/** What is to be done to each object, and in which order: from the dependencies of both snapshots. */
final class ActionPlan {

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;
    private final TableLinks links;
    private final ActionGraph graph = new ActionGraph();
    private final Map<ObjectKey, List<ObjectKey>> handedDown = new HashMap<>();

    private ActionPlan(Sides sides, Map<ObjectKey, Fate> fates, TableLinks links) {
        this.sides = sides;
        this.fates = fates;
        this.links = links;
        fates.keySet().stream()
                .filter(key -> key.kind() == SchemaKind.COLUMN || isCheck(key))
                .forEach(key -> handedDown
                        .computeIfAbsent(Sides.tableOf(key), table -> new ArrayList<>())
                        .add(key));
    }

    /** The actions in order, each with those that its statement does besides. */
    static Map<Action, List<Action>> of(Sides sides, Map<ObjectKey, Fate> fates, TableLinks links) {
        var plan = new ActionPlan(sides, fates, links);
        fates.forEach(plan::addActions);
        fates.keySet().forEach(plan::orderItself);
        sides.from().dependencies().forEach(plan::orderBefore);
        sides.to().dependencies().forEach(plan::orderAfter);
        plan.orderNames();
        plan.orderLinks();
        plan.orderKeys();
        plan.orderReferences();
        fates.keySet().forEach(plan::merge);
        return plan.graph.sorted(new ActionOrder(sides, fates));
    }

    private void addActions(ObjectKey key, Fate fate) {
        switch (fate) {
            case KEEP -> {}
            case CREATE -> add(key, Verb.CREATE);
            case DROP -> add(key, Verb.DROP);
            case ALTER -> add(key, Verb.ALTER);
            case RECREATE -> {
                add(key, Verb.DROP);
                add(key, Verb.CREATE);
            }
            case SWAP -> {
                add(key, Verb.RELEASE);
                add(key, Verb.CREATE);
                add(key, Verb.DROP);
            }
        }
        if (TableLinks.MAY_BE_JOINED.contains(key.kind())) {
            if (links.isUnlinked(key)) {
                add(key, Verb.UNLINK);
            }
            if (links.isLinked(key)) {
                add(key, Verb.LINK);
            }
        }
    }

    private void add(ObjectKey key, Verb verb) {
        graph.add(new Action(verb, key));
    }

    private void orderItself(ObjectKey key) {
        boolean isSwapped = fates.get(key) == Fate.SWAP;
        if (isSwapped) {
            order(key, Verb.RELEASE, key, Verb.CREATE);
            order(key, Verb.CREATE, key, Verb.DROP);
        } else {
            order(key, Verb.DROP, key, Verb.CREATE);
        }
        for (Verb verb : List.of(Verb.RELEASE, Verb.DROP, Verb.ALTER, Verb.CREATE)) {
            order(key, Verb.UNLINK, key, verb);
        }
        order(key, Verb.ALTER, key, Verb.LINK);
        order(key, Verb.CREATE, key, Verb.LINK);
    }

    private void orderBefore(Dependency edge) {
        ObjectKey dependent = edge.dependent();
        ObjectKey referenced = edge.referenced();
        if (isJoined(dependent, referenced)) {
            order(dependent, Verb.UNLINK, referenced, Verb.DROP);
            order(dependent, Verb.UNLINK, referenced, Verb.RELEASE);
            order(dependent, Verb.UNLINK, referenced, Verb.ALTER);
            order(dependent, Verb.DROP, referenced, Verb.DROP);
            return;
        }
        boolean isSwapped = fates.get(dependent) == Fate.SWAP;
        order(dependent, Verb.DROP, referenced, Verb.DROP);
        if (!isSwapped) {
            order(dependent, Verb.DROP, referenced, Verb.RELEASE);
            if (referenced.kind() != SchemaKind.SEQUENCE) {
                order(dependent, Verb.DROP, referenced, Verb.ALTER);
            }
        }
        order(dependent, Verb.ALTER, referenced, Verb.DROP);
    }

    private void orderAfter(Dependency edge) {
        ObjectKey dependent = edge.dependent();
        ObjectKey referenced = edge.referenced();
        boolean isJoined = isJoined(dependent, referenced);
        for (Verb made : List.of(Verb.CREATE, Verb.ALTER)) {
            order(referenced, made, dependent, Verb.LINK);
            if (!isJoined || isInheriting(dependent)) {
                order(referenced, made, dependent, Verb.CREATE);
            }
            if (!isJoined) {
                order(referenced, made, dependent, Verb.ALTER);
            }
        }
        boolean isSwapped = fates.get(referenced) == Fate.SWAP;
        boolean waitsForRows = referenced.kind() == SchemaKind.TABLE
                ? dependent.kind() == SchemaKind.TRIGGER || isForeignKey(dependent)
                : referenced.kind() == SchemaKind.COLUMN && dependent.kind() != SchemaKind.DEFAULT;
        if (isSwapped && waitsForRows) {
            order(referenced, Verb.DROP, dependent, Verb.CREATE);
        }
        if (isSwapped && referenced.kind() == SchemaKind.TABLE && dependent.kind() == SchemaKind.TABLE) {
            // Rows can be copied into partitions only once these are attached.
            order(dependent, Verb.LINK, referenced, Verb.DROP);
        }
    }

    /** A foreign key leans on whichever key of the other table PostgreSQL finds first, so the others have to be gone. */
    private void orderKeys() {
        Map<String, List<ObjectKey>> dropped = new HashMap<>();
        sides.from().objects().values().stream()
                .filter(object -> fates.getOrDefault(object.key(), Fate.KEEP).isGone())
                .filter(object -> object.fact("type").matches("[pu]")
                        || object.fact("unique").equals("yes"))
                .forEach(object -> dropped.computeIfAbsent(
                                Naming.whole(object.key()).sql(), table -> new ArrayList<>())
                        .add(object.key()));
        sides.to().of(SchemaKind.CONSTRAINT).stream()
                .filter(constraint -> isForeignKey(constraint.key()))
                .forEach(constraint -> dropped.getOrDefault(constraint.fact("referenced table"), List.of())
                        .forEach(key -> order(key, Verb.DROP, constraint.key(), Verb.CREATE)));
    }

    /** Partitions are parted and joined while no foreign key refers to their rows. */
    private void orderReferences() {
        for (ObjectKey table : fates.keySet()) {
            boolean isParted = table.kind() == SchemaKind.TABLE && graph.has(new Action(Verb.UNLINK, table));
            if (isParted) {
                Set<String> ancestors = sides.ancestors(sides.before(table));
                sides.from().of(SchemaKind.CONSTRAINT).stream()
                        .filter(key -> ancestors.contains(key.fact("referenced table")))
                        .forEach(key -> {
                            order(key.key(), Verb.DROP, table, Verb.UNLINK);
                            order(table, Verb.LINK, key.key(), Verb.CREATE);
                        });
            }
        }
    }

    private boolean isForeignKey(ObjectKey key) {
        return sides.to().find(key).filter(it -> it.fact("type").equals("f")).isPresent();
    }

    /** Whether the dependency is one of those that links make and undo. */
    private static boolean isJoined(ObjectKey dependent, ObjectKey referenced) {
        boolean isTable = dependent.kind() == SchemaKind.TABLE && referenced.kind() == SchemaKind.TABLE;
        boolean isSequence = dependent.kind() == SchemaKind.SEQUENCE
                && (referenced.kind() == SchemaKind.COLUMN || referenced.kind() == SchemaKind.TABLE);
        return isTable || isSequence;
    }

    private boolean isInheriting(ObjectKey table) {
        return sides.to().find(table).filter(it -> it.has("inherits")).isPresent();
    }

    private void orderNames() {
        Map<String, List<Action>> free = new HashMap<>();
        for (ObjectKey key : fates.keySet()) {
            Fate fate = fates.getOrDefault(key, Fate.KEEP);
            List<String> freed =
                    fate.isGone() ? sides.from().find(key).map(Slots::left).orElse(List.of()) : Slots.freed(sides, key);
            Verb verb = fate == Fate.SWAP ? Verb.RELEASE : fate == Fate.ALTER ? Verb.ALTER : Verb.DROP;
            freed.forEach(slot ->
                    free.computeIfAbsent(slot, name -> new ArrayList<>()).add(new Action(verb, key)));
        }
        for (ObjectKey key : fates.keySet()) {
            Fate fate = fates.getOrDefault(key, Fate.KEEP);
            List<String> taken =
                    fate.isMade() ? sides.to().find(key).map(Slots::needed).orElse(List.of()) : Slots.taken(sides, key);
            Verb verb = fate == Fate.ALTER ? Verb.ALTER : Verb.CREATE;
            taken.forEach(slot -> free.getOrDefault(slot, List.of()).stream()
                    .filter(action -> !action.key().equals(key))
                    .forEach(action -> graph.order(action, new Action(verb, key))));
        }
    }

    /** Parts and parents change while a table is not joined, or before it is. */
    private void orderLinks() {
        for (ObjectKey part : fates.keySet()) {
            ObjectKey table = Sides.tableOf(part);
            boolean isOfTable = !part.of().isEmpty() && fates.containsKey(table);
            if (isOfTable) {
                List.of(Verb.DROP, Verb.ALTER, Verb.CREATE).forEach(verb -> order(table, Verb.UNLINK, part, verb));
                boolean isForeignKey = isForeignKey(part);
                if (!isForeignKey && part.kind() != SchemaKind.TRIGGER && part.kind() != SchemaKind.POLICY) {
                    List.of(Verb.DROP, Verb.ALTER, Verb.CREATE).forEach(verb -> order(part, verb, table, Verb.LINK));
                }
            }
        }
        for (ObjectKey part : fates.keySet()) {
            if (part.kind() == SchemaKind.COLUMN || isCheck(part)) {
                sides.giver(part).ifPresent(parent -> order(parent, Verb.DROP, part, Verb.DROP));
            }
        }
        for (ObjectKey child : fates.keySet()) {
            if (child.kind() == SchemaKind.TABLE) {
                sides.to().find(child).ifPresent(after -> orderKeysOf(child, Sides.parents(after)));
                sides.from().find(child).ifPresent(before -> orderParents(child, Sides.parents(before), true));
                sides.to().find(child).ifPresent(after -> orderParents(child, Sides.parents(after), false));
            }
        }
    }

    /** An index, or a key, of a parent takes over that of a partition that is like it, which cannot be dropped then. */
    private void orderKeysOf(ObjectKey child, List<ObjectKey> parents) {
        for (ObjectKey parent : parents) {
            for (ObjectKey part : fates.keySet()) {
                if (isKeyed(part) && Sides.tableOf(part).equals(child)) {
                    fates.keySet().stream()
                            .filter(key -> isKeyed(key) && Sides.tableOf(key).equals(parent))
                            .forEach(key -> order(part, Verb.DROP, key, Verb.CREATE));
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
                        order(child, Verb.UNLINK, part, verb);
                    } else {
                        order(part, verb, child, Verb.LINK);
                        order(part, verb, child, Verb.CREATE);
                    }
                }
            }
        }
    }

    private boolean isCheck(ObjectKey key) {
        return key.kind() == SchemaKind.CONSTRAINT
                && sides.to()
                        .find(key)
                        .or(() -> sides.from().find(key))
                        .filter(it -> it.fact("type").equals("c"))
                        .isPresent();
    }

    private void merge(ObjectKey key) {
        Fate fate = fates.getOrDefault(key, Fate.KEEP);
        ObjectKey table = Sides.tableOf(key);
        boolean isTableMade = fates.getOrDefault(table, Fate.KEEP).isMade();
        if (fate.isMade() && isTableMade && !key.of().isEmpty()) {
            boolean isSaid = key.kind() == SchemaKind.DEFAULT || isSaidInDefinition(key);
            if (key.kind() == SchemaKind.COLUMN || isSaid) {
                graph.merge(
                        new Action(Verb.CREATE, key), new Action(Verb.CREATE, table), key.kind() == SchemaKind.COLUMN);
            }
        }
        if (fate.isMade() && key.kind() == SchemaKind.DEFAULT && !isTableMade) {
            var column = new ObjectKey(SchemaKind.COLUMN, key.schema(), key.of(), key.name(), "");
            graph.merge(new Action(Verb.CREATE, key), new Action(Verb.CREATE, column), false);
        }
        boolean isInheritable = key.kind() == SchemaKind.COLUMN || isCheck(key);
        Optional<ObjectKey> giver = isInheritable ? links.giver(key) : Optional.empty();
        giver.filter(parent -> fates.get(parent) == fate).ifPresent(parent -> {
            graph.merge(new Action(Verb.CREATE, key), new Action(Verb.CREATE, parent), true);
            if (!sides.isLeftToChildren(parent)) {
                graph.merge(new Action(Verb.DROP, key), new Action(Verb.DROP, parent), true);
            }
            graph.merge(new Action(Verb.RELEASE, key), new Action(Verb.RELEASE, parent), true);
        });
        if (fate.isGone() && fate != Fate.SWAP && giver.isEmpty()) {
            whole(key)
                    .ifPresent(whole -> graph.merge(
                            new Action(Verb.DROP, key), new Action(Verb.DROP, whole), key.kind() == SchemaKind.COLUMN));
        }
    }

    private boolean isSaidInDefinition(ObjectKey key) {
        if (key.kind() != SchemaKind.CONSTRAINT) {
            return false;
        }
        SchemaObject constraint = sides.after(key);
        return !constraint.fact("type").equals("f")
                && !constraint.get("definition").endsWith(" NOT VALID");
    }

    /** What takes an object along when it is dropped; the largest of them. */
    private Optional<ObjectKey> whole(ObjectKey part) {
        return sides.neededBefore(part).stream()
                .filter(Dependency::automatic)
                .map(Dependency::referenced)
                .filter(key -> fates.get(key) != null && fates.get(key).isGone())
                .filter(key -> !takesName(part)
                        || (fates.get(key) != Fate.SWAP && fates.get(Sides.tableOf(part)) != Fate.SWAP))
                .min((one, other) -> one.kind() == SchemaKind.TABLE ? -1 : other.kind() == SchemaKind.TABLE ? 1 : 0);
    }

    /** Whether a part is out of the way once its table is renamed, and dropped with that at the end. */
    private boolean goesWithSwappedTable(ObjectKey part) {
        return (part.kind() == SchemaKind.COLUMN || part.kind() == SchemaKind.DEFAULT)
                && fates.get(Sides.tableOf(part)) == Fate.SWAP;
    }

    /** Whether a part of what is only renamed would stand in the way of its successor. */
    private boolean takesName(ObjectKey part) {
        return part.kind() == SchemaKind.CONSTRAINT
                || part.kind() == SchemaKind.INDEX
                || part.kind() == SchemaKind.SEQUENCE;
    }

    private void order(ObjectKey first, Verb verb, ObjectKey second, Verb next) {
        boolean isOutOfTheWay = verb == Verb.DROP && next != Verb.DROP && goesWithSwappedTable(first);
        if (isOutOfTheWay) {
            return;
        }
        graph.order(new Action(verb, first), new Action(next, second));
    }
}
