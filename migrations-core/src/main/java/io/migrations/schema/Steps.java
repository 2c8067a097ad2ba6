/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of each action, in their order. */
final class Steps {

    private static final String BODIES = "SET LOCAL check_function_bodies = off";

    /** What has statements of its own, and may be dropped only because a column is. */
    private static final Set<SchemaKind> STAND_ALONE = EnumSet.of(
            SchemaKind.VIEW,
            SchemaKind.MATERIALIZED_VIEW,
            SchemaKind.TRIGGER,
            SchemaKind.RULE,
            SchemaKind.POLICY,
            SchemaKind.FUNCTION,
            SchemaKind.PROCEDURE,
            SchemaKind.CONSTRAINT,
            SchemaKind.INDEX);

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;
    private final Renderings renderings;
    private final TableLinks links;
    private final NewValues values;
    private final Swaps swaps;

    Steps(Sides sides, Map<ObjectKey, Fate> fates, Renderings renderings) {
        this.sides = sides;
        this.fates = fates;
        this.renderings = renderings;
        this.links = new TableLinks(sides, fates);
        this.values = new NewValues(sides, fates);
        this.swaps = new Swaps(sides, values);
    }

    /**
     * All statements.
     *
     * @param done what has been altered before
     */
    List<Change> changes(Set<ObjectKey> done) {
        List<Change> changes = new ArrayList<>();
        if (needsTrust()) {
            changes.add(Rendering.sql(BODIES, "The bodies of functions may name what is created further down."));
        }
        ActionPlan.of(sides, fates, links).forEach((action, parts) -> {
            if (!(action.is(Verb.ALTER) && done.contains(action.key()))) {
                changes.addAll(of(action, parts));
            }
        });
        return changes;
    }

    /** Whether a function whose body is text comes together with anything that it might name. */
    private boolean needsTrust() {
        List<ObjectKey> made = fates.entrySet().stream()
                .filter(entry -> entry.getValue().isMade() || entry.getValue() == Fate.ALTER)
                .map(Map.Entry::getKey)
                .toList();
        return made.size() > 1
                && made.stream()
                        .map(sides::after)
                        .anyMatch(object -> RoutineRendering.hasTextBody(object) && isCreatedAs(object));
    }

    private boolean isCreatedAs(SchemaObject routine) {
        return sides.from()
                .find(routine.key())
                .filter(before -> before.get("definition").equals(routine.get("definition")))
                .filter(before -> fates.get(routine.key()) == Fate.ALTER)
                .isEmpty();
    }

    private List<Change> of(Action action, List<Action> parts) {
        ObjectKey key = action.key();
        return switch (action.verb()) {
            case UNLINK -> links.unlinking(key);
            case LINK -> links.linking(key);
            case RELEASE -> swaps.release(key);
            case DROP -> fates.get(key) == Fate.SWAP ? swaps.drop(key) : dropped(key, parts);
            case ALTER -> altered(key);
            case CREATE -> created(key, parts);
        };
    }

    /** With what a reader might miss: parts that go along without a statement, and why something else has to go. */
    private List<Change> dropped(ObjectKey key, List<Action> parts) {
        List<Change> changes = new ArrayList<>(renderings.of(key).drop(sides.before(key)));
        if (fates.get(key) != Fate.DROP || changes.isEmpty()) {
            return changes;
        }
        List<String> remarks = new ArrayList<>(changes.get(0).remarks());
        if (key.kind() == SchemaKind.COLUMN) {
            List<String> along = parts.stream()
                    .map(Action::key)
                    .filter(part -> part.kind() != SchemaKind.DEFAULT)
                    .map(ObjectKey::toString)
                    .sorted()
                    .toList();
            if (!along.isEmpty()) {
                remarks.add("With it %s the %s."
                        .formatted(along.size() == 1 ? "goes" : "go", String.join(", the ", along)));
            }
        } else if (STAND_ALONE.contains(key.kind())) {
            droppedColumnOf(key)
                    .ifPresent(column -> remarks.add("It cannot be without the %s, which goes.".formatted(column)));
        }
        changes.set(0, new Change(changes.get(0).operation(), remarks));
        return changes;
    }

    private Optional<ObjectKey> droppedColumnOf(ObjectKey dependent) {
        return sides.from().dependencies().stream()
                .filter(edge -> edge.dependent().equals(dependent))
                .map(Dependency::referenced)
                .filter(key -> key.kind() == SchemaKind.COLUMN && fates.get(key) == Fate.DROP)
                .filter(key -> fates.get(Sides.tableOf(key)) != Fate.DROP)
                .min(Comparator.naturalOrder());
    }

    private List<Change> created(ObjectKey key, List<Action> parts) {
        if (key.kind() == SchemaKind.TABLE) {
            return table(key, parts);
        }
        SchemaObject object = sides.after(key);
        boolean isCommented = key.kind() == SchemaKind.COLUMN;
        List<Change> changes = new ArrayList<>(
                isCommented ? column(object, parts) : renderings.of(key).create(object));
        changes.addAll(annotations(null, object, isCommented));
        // No row can break a rule of a table that has none yet.
        boolean isOfNewTable =
                key.kind() == SchemaKind.CONSTRAINT && fates.getOrDefault(Sides.tableOf(key), Fate.KEEP) == Fate.CREATE;
        return isOfNewTable
                ? changes.stream()
                        .map(change -> new Change(change.operation(), List.of()))
                        .toList()
                : changes;
    }

    private List<Change> column(SchemaObject column, List<Action> parts) {
        return ColumnRendering.create(
                fates.get(column.key()) == Fate.SWAP ? Swaps.unfilled(column) : column,
                parts.stream()
                        .map(Action::key)
                        .filter(key -> key.equals(defaultOf(column.key())))
                        .map(sides::after)
                        .findFirst()
                        .orElse(null));
    }

    private static ObjectKey defaultOf(ObjectKey column) {
        return new ObjectKey(SchemaKind.DEFAULT, column.schema(), column.of(), column.name(), "");
    }

    private List<Change> altered(ObjectKey key) {
        SchemaObject before = sides.before(key);
        SchemaObject after = sides.after(key);
        List<Change> changes = new ArrayList<>();
        if (key.kind() == SchemaKind.COLUMN) {
            changes.addAll(new ColumnAlteration(sides, links, values, key).changes());
        } else if (!Annotations.areAllThatDiffers(before, after)) {
            changes.addAll(renderings.of(key).alter(before, after));
        }
        changes.addAll(annotations(before, after, false));
        return changes;
    }

    private List<Change> table(ObjectKey key, List<Action> parts) {
        List<SchemaObject> said = parts.stream()
                .filter(part -> part.is(Verb.CREATE))
                .map(part -> sides.after(part.key()))
                .toList();
        SchemaObject table = sides.after(key);
        List<Change> changes = new ArrayList<>(new TableCreation(table, said).changes());
        changes.addAll(annotations(null, table, true));
        said.forEach(part -> changes.addAll(annotations(null, part, part.key().kind() == SchemaKind.COLUMN)));
        return changes;
    }

    private List<Change> annotations(@Nullable SchemaObject before, SchemaObject after, boolean commented) {
        return Annotations.changes(before, after, commented, sides.from());
    }
}
