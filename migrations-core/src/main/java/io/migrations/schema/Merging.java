/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.Map;
import java.util.Optional;

/** Which statement does more than one thing: what a definition says, and what goes with something else. */
final class Merging {

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;
    private final TableLinks links;
    private final ActionGraph graph;

    Merging(Sides sides, Map<ObjectKey, Fate> fates, TableLinks links, ActionGraph graph) {
        this.sides = sides;
        this.fates = fates;
        this.links = links;
        this.graph = graph;
    }

    void put(ObjectKey key) {
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
        if (fate == Fate.DROP && key.kind() == SchemaKind.TABLE) {
            // Its rows are the parent's: it goes with that, once they are in its successor.
            Sides.parents(sides.before(key)).stream()
                    .filter(parent -> sides.before(key).has("partition of") && fates.get(parent) == Fate.SWAP)
                    .forEach(parent -> graph.merge(new Action(Verb.DROP, key), new Action(Verb.DROP, parent), true));
        }
        boolean isInheritable = key.kind() == SchemaKind.COLUMN || sides.isCheck(key);
        boolean isTableGone = fates.getOrDefault(table, Fate.KEEP).isGone();
        Optional<ObjectKey> giver = isInheritable && !isTableGone ? links.giver(key) : Optional.empty();
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
                // Before PostgreSQL 15 a generated column goes with a type that it names, too late for the columns that
                // it reads.
                .filter(key -> part.kind() != SchemaKind.COLUMN || key.kind() == SchemaKind.TABLE)
                .filter(key -> !takesName(part)
                        || (fates.get(key) != Fate.SWAP && fates.get(Sides.tableOf(part)) != Fate.SWAP))
                .min((one, other) -> one.kind() == SchemaKind.TABLE ? -1 : other.kind() == SchemaKind.TABLE ? 1 : 0);
    }

    /** Whether a part of what is only renamed would stand in the way of its successor. */
    private boolean takesName(ObjectKey part) {
        return part.kind() == SchemaKind.CONSTRAINT
                || part.kind() == SchemaKind.INDEX
                || part.kind() == SchemaKind.SEQUENCE;
    }
}
