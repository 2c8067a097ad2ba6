/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What joins a table to others, and to the index that it is clustered or replicated on: done once both are as they are to
 * be, and undone before either changes.
 */
final class TableLinks {

    static final Set<SchemaKind> MAY_BE_JOINED =
            EnumSet.of(SchemaKind.TABLE, SchemaKind.SEQUENCE, SchemaKind.MATERIALIZED_VIEW);

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;

    TableLinks(Sides sides, Map<ObjectKey, Fate> fates) {
        this.sides = sides;
        this.fates = fates;
    }

    /** Whether a table, or a sequence, is parted from what it belongs to, for good or for the time of the change. */
    boolean isUnlinked(ObjectKey key) {
        return !unlinking(key).isEmpty();
    }

    boolean isLinked(ObjectKey key) {
        return !linking(key).isEmpty();
    }

    List<Change> unlinking(ObjectKey key) {
        Fate fate = fates.get(key);
        if (fate == Fate.SWAP && sides.before(key).has("partition of")) {
            return List.of(detached(sides.before(key)));
        }
        if (fate != Fate.ALTER) {
            return List.of();
        }
        SchemaObject before = sides.before(key);
        SchemaObject after = sides.after(key);
        if (key.kind() == SchemaKind.SEQUENCE) {
            boolean isFreed = before.has("owned by")
                    && (!before.get("owned by").equals(after.get("owned by")) || isOwnerMadeAnew(key));
            return isFreed ? List.of(SequenceRendering.disowned(before)) : List.of();
        }
        List<Change> changes = new ArrayList<>();
        if (before.has("partition of") && !keepsParent(before, after)) {
            changes.add(detached(before));
            boolean comesBack = before.get("partition of").equals(after.get("partition of"));
            InheritedParts.of(before).stream()
                    .filter(part -> comesBack && !isKept(part.parent()))
                    .forEach(part -> changes.add(part.dropped()));
            if (!comesBack) {
                changes.addAll(InheritedNotNull.calledAsUsual(before));
            }
        }
        for (String parent : before.lines("inherits")) {
            if (!keptParents(before, after).contains(parent)) {
                changes.add(Rendering.sql("ALTER TABLE " + Naming.sql(key) + " NO INHERIT " + parent));
            }
        }
        if (before.has("inherits") && keptParents(before, after).isEmpty()) {
            changes.addAll(InheritedNotNull.calledAsUsual(before));
        }
        return changes;
    }

    private static Change detached(SchemaObject partition) {
        return Rendering.sql("ALTER TABLE %s DETACH PARTITION %s"
                .formatted(partition.get("partition of"), Naming.sql(partition.key())));
    }

    /** Whether what a partition has from this part of its parent serves it when it comes back. */
    private boolean isKept(ObjectKey part) {
        Fate fate = fates.get(part);
        return fate == Fate.KEEP
                || fate == Fate.ALTER
                || (sides.isInBoth(part)
                        && sides.before(part)
                                .get("definition")
                                .equals(sides.after(part).get("definition")));
    }

    List<Change> linking(ObjectKey key) {
        Fate fate = fates.get(key);
        if (fate == Fate.DROP || fate == Fate.KEEP || fate == null) {
            return List.of();
        }
        SchemaObject after = sides.after(key);
        if (key.kind() == SchemaKind.SEQUENCE) {
            return sequence(key, fate, after);
        }
        boolean isNew = fate != Fate.ALTER;
        List<Change> changes = new ArrayList<>();
        if (after.has("partition of") && (isNew || !keepsParent(sides.before(key), after))) {
            changes.add(Rendering.sql("ALTER TABLE %s ATTACH PARTITION %s %s"
                    .formatted(after.get("partition of"), Naming.sql(key), after.get("bound"))));
        }
        for (String parent : isNew ? List.<String>of() : after.lines("inherits")) {
            if (!keptParents(sides.before(key), after).contains(parent)) {
                changes.add(Rendering.sql("ALTER TABLE " + Naming.sql(key) + " INHERIT " + parent));
            }
        }
        changes.addAll(new IndexTies(sides, fates).changes(key, isNew, after));
        return changes;
    }

    private List<Change> sequence(ObjectKey key, Fate fate, SchemaObject after) {
        if (!after.has("owned by")) {
            return List.of();
        }
        boolean isSame = fate == Fate.ALTER
                && sides.before(key).get("owned by").equals(after.get("owned by"))
                && !isOwnerMadeAnew(key);
        if (isSame) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        changes.add(SequenceRendering.owned(after));
        ObjectKey column = owner(after);
        boolean isColumnOld = fates.get(column) == Fate.ALTER || fates.get(column) == Fate.KEEP;
        boolean countsOn = fate.isMade() && isColumnOld;
        if (countsOn) {
            Change counting = ColumnAlteration.counting(
                    Literals.text(Naming.sql(key)),
                    column,
                    after.get("increment").startsWith("-"));
            changes.addAll(RowSecurity.lifted(sides.to(), Sides.tableOf(column), List.of(counting)));
        }
        return changes;
    }

    private boolean keepsParent(SchemaObject before, SchemaObject after) {
        return before.get("partition of").equals(after.get("partition of"))
                && before.get("bound").equals(after.get("bound"))
                && !isMadeAnew(before.get("partition of"));
    }

    private boolean isMadeAnew(String table) {
        var name = QuotedName.qualified(table);
        Fate fate = fates.get(ObjectKey.in(name.findSchema().orElse(""), SchemaKind.TABLE, name.simple()));
        return fate != null && fate.isGone();
    }

    /** The parent's part that gives a part to a table, if the table stays joined to the parent all the while. */
    Optional<ObjectKey> giver(ObjectKey part) {
        return sides.giver(part).filter(given -> {
            String parent = Naming.whole(given).sql();
            SchemaObject before = sides.before(Sides.tableOf(part));
            SchemaObject after = sides.after(Sides.tableOf(part));
            return before.has("partition of")
                    ? keepsParent(before, after)
                    : !isMadeAnew(parent) && keptParents(before, after).contains(parent);
        });
    }

    /** The parents that can stay, as those that follow come behind: what order they have is part of a table. */
    private List<String> keptParents(SchemaObject before, SchemaObject after) {
        List<String> old = before.lines("inherits");
        List<String> kept = new ArrayList<>();
        int last = -1;
        for (String parent : after.lines("inherits")) {
            int place = old.indexOf(parent);
            if (place <= last || isMadeAnew(parent)) {
                break;
            }
            kept.add(parent);
            last = place;
        }
        return kept;
    }

    private boolean isOwnerMadeAnew(ObjectKey sequence) {
        SchemaObject before = sides.before(sequence);
        Fate fate = before.has("owned by") ? fates.get(owner(before)) : null;
        return fate != null && fate.isGone();
    }

    /** The column that a sequence is dropped with. */
    static ObjectKey owner(SchemaObject sequence) {
        List<String> names = QuotedName.path(sequence.get("owned by"));
        return new ObjectKey(SchemaKind.COLUMN, names.get(0), names.get(1), names.get(2), "");
    }
}
