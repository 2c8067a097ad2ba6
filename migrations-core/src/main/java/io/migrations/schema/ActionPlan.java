/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is to be done to each object, and in which order: from the dependencies of both snapshots. */
final class ActionPlan {

    /** What would act on the rows of a table while these are put into its successor. */
    private static final Set<SchemaKind> WATCH_ROWS =
            EnumSet.of(SchemaKind.TRIGGER, SchemaKind.RULE, SchemaKind.POLICY);

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;
    private final TableLinks links;
    private final ActionGraph graph = new ActionGraph();

    private ActionPlan(Sides sides, Map<ObjectKey, Fate> fates, TableLinks links) {
        this.sides = sides;
        this.fates = fates;
        this.links = links;
    }

    /** The actions in order, each with those that its statement does besides. */
    static Map<Action, List<Action>> of(Sides sides, Map<ObjectKey, Fate> fates, TableLinks links) {
        var plan = new ActionPlan(sides, fates, links);
        fates.forEach(plan::addActions);
        fates.keySet().forEach(plan::orderItself);
        sides.from().dependencies().forEach(plan::orderBefore);
        sides.to().dependencies().forEach(plan::orderAfter);
        NameOrder.put(sides, fates, plan.graph);
        new JoinOrder(sides, fates.keySet(), plan::order).put();
        new KeyOrder(sides, fates, plan.graph, plan::order).put();
        var merging = new Merging(sides, fates, links, plan.graph);
        fates.keySet().forEach(merging::put);
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
                ? WATCH_ROWS.contains(dependent.kind()) || sides.isForeignKey(dependent)
                : referenced.kind() == SchemaKind.COLUMN && dependent.kind() != SchemaKind.DEFAULT;
        if (isSwapped && waitsForRows) {
            order(referenced, Verb.DROP, dependent, Verb.CREATE);
        }
        if (isSwapped && referenced.kind() == SchemaKind.TABLE && dependent.kind() == SchemaKind.TABLE) {
            // Rows can be copied into partitions only once these are attached.
            order(dependent, Verb.LINK, referenced, Verb.DROP);
        }
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

    /** Whether a part is out of the way once its table is renamed, and dropped with that at the end. */
    private boolean goesWithSwappedTable(ObjectKey part) {
        return (part.kind() == SchemaKind.COLUMN || part.kind() == SchemaKind.DEFAULT)
                && fates.get(Sides.tableOf(part)) == Fate.SWAP;
    }

    private void order(ObjectKey first, Verb verb, ObjectKey second, Verb next) {
        boolean isOutOfTheWay = verb == Verb.DROP && next != Verb.DROP && goesWithSwappedTable(first);
        if (isOutOfTheWay) {
            return;
        }
        graph.order(new Action(verb, first), new Action(next, second));
    }
}
