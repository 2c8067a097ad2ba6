/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Decides what becomes of each object: first by itself, then because of what becomes of what it leans on. PostgreSQL drops
 * nothing that something else needs, and changes the type of no column that a view shows.
 */
final class Fates {

    private static final Set<SchemaKind> HOLD_VALUES = EnumSet.of(
            SchemaKind.ENUM, SchemaKind.DOMAIN, SchemaKind.COMPOSITE, SchemaKind.RANGE, SchemaKind.COLLATION);

    /** What PostgreSQL refuses to have around a column while its type changes. */
    private static final Set<SchemaKind> FORBID_NEW_TYPE = EnumSet.of(
            SchemaKind.VIEW,
            SchemaKind.MATERIALIZED_VIEW,
            SchemaKind.RULE,
            SchemaKind.POLICY,
            SchemaKind.TRIGGER,
            SchemaKind.FUNCTION,
            SchemaKind.PROCEDURE,
            SchemaKind.AGGREGATE,
            SchemaKind.PUBLICATION,
            SchemaKind.COLUMN);

    private final Sides sides;
    private final Renderings renderings;
    private final Map<ObjectKey, Fate> fates = new TreeMap<>();
    private final Deque<ObjectKey> changed = new ArrayDeque<>();

    private Fates(Sides sides, Renderings renderings) {
        this.sides = sides;
        this.renderings = renderings;
    }

    /**
     * Decides.
     *
     * @param forced what is to be made anew although nothing is different about it
     */
    static Map<ObjectKey, Fate> decide(Sides sides, Renderings renderings, Set<ObjectKey> forced) {
        var decision = new Fates(sides, renderings);
        Set<ObjectKey> keys = new TreeSet<>(sides.from().objects().keySet());
        keys.addAll(sides.to().objects().keySet());
        keys.forEach(key -> decision.set(key, decision.byItself(key, forced.contains(key))));
        decision.spread();
        decision.freeParted();
        decision.joinAgain();
        return Collections.unmodifiableMap(decision.fates);
    }

    private Fate byItself(ObjectKey key, boolean forced) {
        if (!sides.to().has(key)) {
            return Fate.DROP;
        }
        if (!sides.from().has(key)) {
            return Fate.CREATE;
        }
        SchemaObject before = sides.before(key);
        SchemaObject after = sides.after(key);
        if (forced) {
            return anew(key);
        }
        if (before.isSame(after)) {
            return Fate.KEEP;
        }
        if (renderings.isAlterable(before, after)) {
            return Fate.ALTER;
        }
        return keepsValues(before, after) ? Fate.SWAP : anew(key);
    }

    /** Whether values that were computed when they were read are to be kept from now on. */
    private static boolean keepsValues(SchemaObject before, SchemaObject after) {
        return before.get("generated").equals("virtual") && !after.has("generated");
    }

    private Fate anew(ObjectKey key) {
        boolean holdsRows = key.kind() == SchemaKind.TABLE
                && !sides.before(key).has("server")
                && !sides.after(key).has("server");
        return holdsRows || (HOLD_VALUES.contains(key.kind()) && hasValues(key)) ? Fate.SWAP : Fate.RECREATE;
    }

    /** Whether columns, or types that columns may have, are made of it. */
    private boolean hasValues(ObjectKey type) {
        return sides.dependents(type).stream()
                .map(Dependency::dependent)
                .anyMatch(key -> key.kind() == SchemaKind.COLUMN || HOLD_VALUES.contains(key.kind()));
    }

    private void set(ObjectKey key, Fate fate) {
        fates.put(key, fate);
        if (fate != Fate.KEEP && fate != Fate.CREATE) {
            changed.add(key);
        }
    }

    private void spread() {
        while (!changed.isEmpty()) {
            ObjectKey referenced = changed.remove();
            swapByKey(referenced);
            for (Dependency edge : sides.dependents(referenced)) {
                ObjectKey dependent = edge.dependent();
                Fate before = fates.get(dependent);
                if (before == Fate.KEEP || before == Fate.ALTER) {
                    Fate after = because(referenced, dependent, before);
                    boolean isNewlySwapped = after == Fate.ALTER
                            && dependent.kind() == SchemaKind.COLUMN
                            && fates.get(referenced) == Fate.SWAP;
                    if (after != before || isNewlySwapped) {
                        set(dependent, after);
                    }
                }
            }
        }
    }

    /** PostgreSQL changes no type of a column that tables are parted by. */
    private void swapByKey(ObjectKey column) {
        ObjectKey table = Sides.tableOf(column);
        boolean isRetyped = column.kind() == SchemaKind.COLUMN
                && fates.get(column) == Fate.ALTER
                && (ColumnTypes.differ(sides.before(column), sides.after(column)) || isSwapped(column));
        if (isRetyped && !fates.getOrDefault(table, Fate.KEEP).isGone() && sides.isPartedBy(column)) {
            set(table, Fate.SWAP);
        }
    }

    /** What rows of a partition are referred to by cannot stay while it is parted from the table that they refer to. */
    private void freeParted() {
        var links = new TableLinks(sides, fates);
        Set<String> parted = new HashSet<>();
        sides.from().of(SchemaKind.TABLE).stream()
                .filter(table -> table.has("partition of") && links.isUnlinked(table.key()))
                .forEach(table -> parted.addAll(sides.ancestors(table)));
        sides.from().of(SchemaKind.CONSTRAINT).stream()
                .filter(key -> parted.contains(key.fact("referenced table")))
                .filter(key -> fates.get(key.key()) == Fate.KEEP || fates.get(key.key()) == Fate.ALTER)
                .forEach(key -> set(key.key(), Fate.RECREATE));
        spread();
    }

    /** A table is tied to an index by its name only; one that is made anew has to be tied again. */
    private void joinAgain() {
        var links = new IndexTies(sides, fates);
        fates.replaceAll((key, fate) ->
                fate == Fate.KEEP && TableLinks.MAY_BE_JOINED.contains(key.kind()) && links.losesIndex(key)
                        ? Fate.ALTER
                        : fate);
    }

    private Fate because(ObjectKey referenced, ObjectKey dependent, Fate now) {
        return switch (fates.getOrDefault(referenced, Fate.KEEP)) {
            case SWAP -> becauseSwapped(referenced, dependent, now);
            case DROP, RECREATE -> becauseGone(referenced, dependent, now);
            case ALTER -> becauseAltered(referenced, dependent, now);
            case KEEP, CREATE -> now;
        };
    }

    private Fate becauseSwapped(ObjectKey referenced, ObjectKey dependent, Fate now) {
        if (referenced.kind() == SchemaKind.TABLE) {
            return becauseGone(referenced, dependent, now);
        }
        if (dependent.kind() == SchemaKind.COLUMN) {
            return isGenerated(dependent) ? Fate.RECREATE : Fate.ALTER;
        }
        return HOLD_VALUES.contains(dependent.kind()) ? Fate.SWAP : Fate.RECREATE;
    }

    private Fate becauseGone(ObjectKey referenced, ObjectKey dependent, Fate now) {
        boolean isRecreated = fates.get(referenced) != Fate.DROP;
        return switch (dependent.kind()) {
            case SCHEMA, EXTENSION -> now;
            // Parted and joined again rather than made anew: they hold rows, and how far they had counted.
            case TABLE, SEQUENCE -> isRecreated ? Fate.ALTER : now;
            case COLUMN -> {
                boolean isPart = referenced.kind() == SchemaKind.TABLE;
                yield isPart || isGenerated(dependent) ? Fate.RECREATE : now;
            }
            default -> {
                boolean letsGo = now == Fate.ALTER
                        && !isRecreated
                        && !hasNamesake(referenced, dependent)
                        && sides.needed(dependent).stream()
                                .noneMatch(edge -> edge.referenced().equals(referenced));
                yield letsGo ? now : anew(dependent);
            }
        };
    }

    /** Whether a dropped routine makes way for one of the same name, so that nothing can lean on both for a while. */
    private boolean hasNamesake(ObjectKey routine, ObjectKey dependent) {
        return (routine.kind() == SchemaKind.FUNCTION || routine.kind() == SchemaKind.PROCEDURE)
                && sides.needed(dependent).stream()
                        .map(Dependency::referenced)
                        .anyMatch(now -> now.kind() == routine.kind()
                                && now.schema().equals(routine.schema())
                                && now.name().equals(routine.name()));
    }

    private Fate becauseAltered(ObjectKey referenced, ObjectKey dependent, Fate now) {
        if (referenced.kind() != SchemaKind.COLUMN) {
            return now;
        }
        SchemaObject before = sides.before(referenced);
        SchemaObject after = sides.after(referenced);
        boolean isSwapped = isSwapped(referenced);
        if (!ColumnTypes.differ(before, after) && !isSwapped) {
            return now;
        }
        boolean isSettled = !isSwapped && ColumnTypes.areAlike(before, after);
        return switch (dependent.kind()) {
            case COLUMN -> isGenerated(dependent) ? Fate.RECREATE : now;
            case DEFAULT -> isSettled ? now : Fate.RECREATE;
            case INDEX -> isSettled || isSimple(dependent) ? now : Fate.RECREATE;
            case CONSTRAINT -> {
                String type = sides.before(dependent).fact("type");
                boolean staysByItself = isSettled || "pux".contains(type);
                yield staysByItself ? now : Fate.RECREATE;
            }
            default -> FORBID_NEW_TYPE.contains(dependent.kind()) ? Fate.RECREATE : now;
        };
    }

    /** Whether the type of a column is made anew under it. */
    private boolean isSwapped(ObjectKey column) {
        return sides.neededBefore(column).stream()
                .map(Dependency::referenced)
                .anyMatch(type -> HOLD_VALUES.contains(type.kind()) && fates.get(type) == Fate.SWAP);
    }

    private boolean isGenerated(ObjectKey column) {
        return sides.before(column).has("generated");
    }

    private boolean isSimple(ObjectKey index) {
        return sides.before(index).fact("expressions").isEmpty();
    }
}
