/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.DropMode;
import io.migrations.operation.DropTable;
import io.migrations.operation.Name;
import io.migrations.sql.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements of each action, in their order. */
final class Steps {

    private static final String BODIES = "SET LOCAL check_function_bodies = off";

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;
    private final Renderings renderings;
    private final TableLinks links;
    private final NewValues values;

    Steps(Sides sides, Map<ObjectKey, Fate> fates, Renderings renderings) {
        this.sides = sides;
        this.fates = fates;
        this.renderings = renderings;
        this.links = new TableLinks(sides, fates);
        this.values = new NewValues(sides, fates);
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
            case RELEASE -> List.of(Rendering.sql(renaming(key)));
            case DROP ->
                fates.get(key) == Fate.SWAP ? dropped(key) : renderings.of(key).drop(sides.before(key));
            case ALTER -> altered(key);
            case CREATE -> created(key, parts);
        };
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
                column,
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
            changes.addAll(new ColumnAlteration(sides, values, key).changes());
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
        return Annotations.changes(before, after, commented, sides.to().majorVersion());
    }

    private String renaming(ObjectKey key) {
        String kind = key.kind() == SchemaKind.TABLE ? "TABLE" : key.kind() == SchemaKind.DOMAIN ? "DOMAIN" : "TYPE";
        return "ALTER %s %s RENAME TO %s".formatted(kind, Naming.sql(key), Identifiers.quoted(oldName(key)));
    }

    private static String oldName(ObjectKey key) {
        String name = key.name();
        String suffix = "__old";
        while ((name + suffix).getBytes(StandardCharsets.UTF_8).length > Identifiers.LONGEST) {
            name = name.substring(0, name.length() - 1);
        }
        return name + suffix;
    }

    private List<Change> dropped(ObjectKey key) {
        Name old = Naming.name(key).sibling(oldName(key));
        if (key.kind() != SchemaKind.TABLE) {
            String kind = key.kind() == SchemaKind.DOMAIN ? "DROP DOMAIN " : "DROP TYPE ";
            return List.of(Rendering.sql(kind + old.sql()));
        }
        List<Change> changes = new ArrayList<>();
        List<SchemaObject> kept = sides.to().of(SchemaKind.COLUMN).stream()
                .filter(column -> Sides.tableOf(column.key()).equals(key))
                .filter(column -> sides.from().has(column.key()) && !column.has("generated"))
                .toList();
        String columns =
                kept.stream().map(column -> Naming.quoted(column.key())).collect(Collectors.joining(", "));
        if (!kept.isEmpty()) {
            boolean always =
                    kept.stream().anyMatch(column -> column.get("identity").equals("always"));
            changes.add(Rendering.sql("INSERT INTO %s (%s)%s SELECT %s FROM %s"
                    .formatted(
                            Naming.sql(key), columns, always ? " OVERRIDING SYSTEM VALUE" : "", columns, old.sql())));
        }
        changes.add(Rendering.change(new DropTable(old, DropMode.PLAIN, List.of())));
        return changes;
    }
}
