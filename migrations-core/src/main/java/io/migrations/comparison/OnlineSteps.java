/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.operation.AddConstraint;
import io.migrations.operation.AlterColumn;
import io.migrations.operation.Check;
import io.migrations.operation.ColumnChange;
import io.migrations.operation.CreateIndex;
import io.migrations.operation.DropConstraint;
import io.migrations.operation.DropIndex;
import io.migrations.operation.DropMode;
import io.migrations.operation.Enforcement;
import io.migrations.operation.Execute;
import io.migrations.operation.ForeignKey;
import io.migrations.operation.Name;
import io.migrations.operation.Operation;
import io.migrations.operation.PrimaryKey;
import io.migrations.operation.RenameIndex;
import io.migrations.operation.TableConstraint;
import io.migrations.operation.TableElement;
import io.migrations.operation.Unique;
import io.migrations.operation.ValidateConstraint;
import io.migrations.schema.Change;
import io.migrations.schema.ObjectKey;
import io.migrations.schema.SchemaKind;
import io.migrations.schema.SchemaObject;
import io.migrations.schema.Snapshot;
import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One change in several revisions, none of which keeps others from writing for long: indexes are built concurrently, and
 * constraints hold for new rows first and are looked at in a revision of their own. "ALTER TABLE" and "CREATE INDEX" in the
 * PostgreSQL documentation say which locks that saves.
 */
final class OnlineSteps {

    private static final Pattern INDEX = Pattern.compile("^CREATE (UNIQUE )?INDEX (?!CONCURRENTLY)");

    private final Snapshot before;
    private final List<Change> main = new ArrayList<>();
    private final List<Change> indexes = new ArrayList<>();
    private final List<Change> keys = new ArrayList<>();
    private final List<Change> looks = new ArrayList<>();
    private final Set<String> replaced = new LinkedHashSet<>();

    private OnlineSteps(Snapshot before) {
        this.before = before;
    }

    static List<PlannedRevision> of(List<Change> changes, Snapshot before) {
        var steps = new OnlineSteps(before);
        changes.forEach(change -> steps.findReplaced(change, changes));
        changes.forEach(steps::add);
        steps.dropReplaced();
        List<PlannedRevision> planned = new ArrayList<>();
        plan(planned, "", true, steps.main);
        plan(planned, "indexes", false, steps.indexes);
        plan(planned, "keys", true, steps.keys);
        plan(planned, "validation", true, steps.looks);
        return planned;
    }

    private static void plan(List<PlannedRevision> planned, String about, boolean transactional, List<Change> changes) {
        if (!changes.isEmpty()) {
            planned.add(new PlannedRevision(about, transactional, changes));
        }
    }

    /** The same, with indexes built and dropped without keeping writers out. */
    static List<Change> concurrently(List<Change> changes) {
        return changes.stream()
                .map(change -> new Change(concurrently(change.operation()), change.remarks()))
                .toList();
    }

    private static Operation concurrently(Operation operation) {
        if (operation instanceof CreateIndex index) {
            return index.concurrently();
        }
        if (operation instanceof DropIndex drop) {
            return drop.concurrently();
        }
        return operation instanceof Execute execute
                ? new Execute(execute.statements().stream()
                        .map(sql -> INDEX.matcher(sql).replaceFirst("CREATE $1INDEX CONCURRENTLY "))
                        .toList())
                : operation;
    }

    /** An index of another definition and the same name steps aside until its successor is there. */
    private void findReplaced(Change change, List<Change> changes) {
        if (change.operation() instanceof DropIndex drop && !isParted(drop)) {
            boolean comesBack = changes.stream()
                    .map(Change::operation)
                    .anyMatch(other -> indexName(other).equals(drop.index().simple()) && !other.equals(drop));
            if (comesBack) {
                replaced.add(drop.index().simple());
            }
        }
    }

    private static String indexName(Operation operation) {
        if (operation instanceof CreateIndex index) {
            return index.name();
        }
        if (operation instanceof Execute execute
                && INDEX.matcher(execute.statements().get(0)).find()) {
            String rest = INDEX.matcher(execute.statements().get(0)).replaceFirst("");
            return Name.of(rest.substring(0, rest.indexOf(" ON "))).simple();
        }
        return "";
    }

    private void add(Change change) {
        Operation operation = change.operation();
        if (operation instanceof DropIndex drop && isParted(drop)) {
            main.add(change);
        } else if (operation instanceof DropIndex drop) {
            if (replaced.contains(drop.index().simple())) {
                main.add(new Change(
                        new RenameIndex(drop.index(), aside(drop.index().simple())), List.of()));
            } else {
                indexes.add(new Change(drop.concurrently(), change.remarks()));
            }
        } else if (!indexName(operation).isEmpty() && isOnOldTable(operation)) {
            indexes.add(new Change(concurrently(operation), change.remarks()));
        } else if (operation instanceof AddConstraint add && isOld(add.table())) {
            constraint(change, add);
        } else if (operation instanceof AlterColumn alter
                && alter.changes().contains(new ColumnChange.SetNullable(false))
                && isOld(alter.table())) {
            notNull(change, alter);
        } else if (!indexName(operation).isEmpty() && isOnPartedTable(operation)) {
            main.add(blocking(change, "PostgreSQL builds no index of a partitioned table concurrently"));
        } else {
            main.add(change);
        }
    }

    private static Change blocking(Change change, String reason) {
        List<String> remarks = new ArrayList<>(change.remarks());
        remarks.add("Keeps others from writing while its index is built: %s.".formatted(reason));
        return new Change(change.operation(), remarks);
    }

    private boolean isReplaced(AddConstraint add) {
        String name = add.constraint().name();
        return name != null && before.has(key(add.table()).part(SchemaKind.CONSTRAINT, name));
    }

    /** Whether an index is that of a partitioned table, which PostgreSQL drops only while others wait. */
    private boolean isParted(DropIndex drop) {
        return before.of(SchemaKind.INDEX).stream()
                .map(SchemaObject::key)
                .filter(key -> key.name().equals(drop.index().simple())
                        && key.schema().equals(drop.index().findSchema().orElse(key.schema())))
                .anyMatch(key -> before.find(ObjectKey.in(key.schema(), SchemaKind.TABLE, key.of()))
                        .filter(table -> table.has("partition key"))
                        .isPresent());
    }

    private void constraint(Change change, AddConstraint add) {
        String name = add.constraint().name();
        boolean isUnique = add.constraint() instanceof Unique || add.constraint() instanceof PrimaryKey;
        if (name != null && add.constraint() instanceof ForeignKey key && key.enforcement() == Enforcement.VALID) {
            main.add(new Change(new AddConstraint(add.table(), key.notValid()), List.of()));
            looks.add(new Change(new ValidateConstraint(add.table(), name, null), change.remarks()));
        } else if (name != null
                && add.constraint() instanceof Check check
                && check.enforcement() == Enforcement.VALID) {
            main.add(new Change(new AddConstraint(add.table(), check.notValid()), List.of()));
            looks.add(new Change(new ValidateConstraint(add.table(), name, null), change.remarks()));
        } else if (isUnique && isReplaced(add)) {
            // In one transaction with the end of its predecessor: in between, nothing would be unique.
            main.add(blocking(change, "its predecessor of the same name goes at once"));
        } else if (name != null && isUnique && isBuiltAhead(add)) {
            indexes.add(new Change(index(add, name), change.remarks()));
            keys.add(new Change(new AddConstraint(add.table(), over(add, name)), List.of()));
        } else {
            main.add(change);
        }
    }

    /** Whether nothing that comes now needs the key, and its index is one that can be built by itself. */
    private static boolean isBuiltAhead(AddConstraint add) {
        return add.constraint() instanceof Unique unique
                ? unique.equals(TableElement.unique(unique.columns().toArray(String[]::new))
                        .named(String.valueOf(unique.name())))
                : add.constraint() instanceof PrimaryKey key
                        && key.equals(TableElement.primaryKey(key.columns().toArray(String[]::new))
                                .named(String.valueOf(key.name())));
    }

    private static CreateIndex index(AddConstraint add, String name) {
        List<String> columns = add.constraint() instanceof Unique unique
                ? unique.columns()
                : ((PrimaryKey) add.constraint()).columns();
        return CreateIndex.of(name, add.table().toString(), columns).unique().concurrently();
    }

    private static TableConstraint over(AddConstraint add, String name) {
        return add.constraint() instanceof Unique unique
                ? unique.usingIndex(name)
                : ((PrimaryKey) add.constraint()).usingIndex(name);
    }

    private void notNull(Change change, AlterColumn alter) {
        String name = cut(alter.column() + "_is_not_null");
        main.add(new Change(
                new AddConstraint(
                        alter.table(),
                        TableElement.check(name, Identifiers.quoted(alter.column()) + " IS NOT NULL")
                                .notValid()),
                List.of("Lets the rows be looked at before the column is NOT NULL; dropped again then.")));
        looks.add(new Change(new ValidateConstraint(alter.table(), name, null), change.remarks()));
        looks.add(new Change(alter, List.of()));
        looks.add(new Change(new DropConstraint(alter.table(), name, DropMode.PLAIN, null), List.of()));
    }

    private void dropReplaced() {
        for (String name : replaced) {
            before.of(SchemaKind.INDEX).stream()
                    .map(SchemaObject::key)
                    .filter(key -> key.name().equals(name))
                    .findFirst()
                    .ifPresent(key -> indexes.add(new Change(
                            new DropIndex(new Name(key.schema(), aside(name)), true, DropMode.PLAIN, null),
                            List.of())));
        }
    }

    private boolean isOnOldTable(Operation operation) {
        if (operation instanceof CreateIndex index) {
            return isOld(index.table());
        }
        String text = operation.statements().get(0);
        String table = text.substring(text.indexOf(" ON ") + " ON ".length()).replaceFirst("^ONLY ", "");
        return before.of(SchemaKind.TABLE).stream()
                .filter(found -> !found.has("partition key"))
                .map(SchemaObject::key)
                .anyMatch(key -> table.startsWith(new Name(key.schema(), key.name()).sql() + " "));
    }

    private boolean isOnPartedTable(Operation operation) {
        String text = operation.statements().get(0);
        return before.of(SchemaKind.TABLE).stream()
                .filter(found -> found.has("partition key"))
                .map(SchemaObject::key)
                .anyMatch(key -> text.contains(" ON " + new Name(key.schema(), key.name()).sql() + " "));
    }

    private boolean isOld(Name table) {
        return before.find(key(table))
                .filter(found -> !found.has("partition key"))
                .isPresent();
    }

    private static ObjectKey key(Name table) {
        return ObjectKey.in(table.findSchema().orElse("public"), SchemaKind.TABLE, table.simple());
    }

    private static String aside(String name) {
        return cut(name + "__old");
    }

    private static String cut(String name) {
        return Identifiers.fits(name) ? name : "was_" + Integer.toHexString(name.hashCode());
    }
}
