/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.DropColumn;
import io.migrations.operation.DropMode;
import io.migrations.operation.DropTable;
import io.migrations.operation.Name;
import io.migrations.operation.Sql;
import io.migrations.sql.Identifiers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is renamed out of the way, and dropped once its successor has what it held. */
final class Swaps {

    private final Sides sides;
    private final NewValues values;

    Swaps(Sides sides, NewValues values) {
        this.sides = sides;
        this.values = values;
    }

    Change release(ObjectKey key) {
        String old = Identifiers.quoted(oldName(key));
        if (key.kind() == SchemaKind.COLUMN) {
            return Rendering.sql("ALTER TABLE %s RENAME COLUMN %s TO %s"
                    .formatted(Naming.whole(key).sql(), Naming.quoted(key), old));
        }
        String kind = key.kind() == SchemaKind.TABLE ? "TABLE" : key.kind() == SchemaKind.DOMAIN ? "DOMAIN" : "TYPE";
        return Rendering.sql("ALTER %s %s RENAME TO %s".formatted(kind, Naming.sql(key), old));
    }

    List<Change> drop(ObjectKey key) {
        return switch (key.kind()) {
            case COLUMN -> column(key);
            case TABLE -> table(key);
            case DOMAIN -> List.of(Rendering.sql("DROP DOMAIN " + old(key).sql()));
            default -> List.of(Rendering.sql("DROP TYPE " + old(key).sql()));
        };
    }

    /** A new column that gets its values from an old one may be empty until then. */
    static SchemaObject unfilled(SchemaObject column) {
        Map<String, String> properties = new LinkedHashMap<>(column.properties());
        properties.keySet().removeIf(property -> property.startsWith("not null"));
        return column.with(properties);
    }

    private List<Change> column(ObjectKey key) {
        SchemaObject after = sides.after(key);
        String table = Naming.whole(key).sql();
        String old = Identifiers.quoted(oldName(key));
        Sql using = values.using(sides.before(key), after, old);
        List<Change> changes = new ArrayList<>();
        changes.add(Rendering.sql("UPDATE %s SET %s = %s"
                .formatted(table, Naming.quoted(key), using == null ? old : using.text())));
        if (after.has("not null")) {
            changes.add(Columns.altering(after, "SET NOT NULL"));
        }
        changes.add(Rendering.change(new DropColumn(Naming.whole(key), oldName(key), DropMode.PLAIN, List.of())));
        return changes;
    }

    private List<Change> table(ObjectKey key) {
        Map<String, String> copied = new LinkedHashMap<>();
        List<SchemaObject> kept = columns(sides.to(), key).stream()
                .filter(column -> sides.from().has(column.key()) && !column.has("generated"))
                .toList();
        for (SchemaObject column : kept) {
            Sql using = values.using(sides.before(column.key()), column);
            String name = Naming.quoted(column.key());
            copied.put(name, using == null ? name : using.text());
        }
        List<Change> changes = new ArrayList<>();
        if (!copied.isEmpty()) {
            boolean always =
                    kept.stream().anyMatch(column -> column.get("identity").equals("always"));
            changes.add(Rendering.sql("INSERT INTO %s (%s)%s SELECT %s FROM %s"
                    .formatted(
                            Naming.sql(key),
                            String.join(", ", copied.keySet()),
                            always ? " OVERRIDING SYSTEM VALUE" : "",
                            String.join(", ", copied.values()),
                            old(key).sql())));
        }
        kept.stream().filter(column -> column.has("identity")).forEach(column -> changes.add(
                ColumnAlteration.counting(column)));
        String lost = columns(sides.from(), key).stream()
                .filter(column -> !sides.to().has(column.key()) && !column.has("generated"))
                .map(column -> Naming.quoted(column.key()))
                .collect(Collectors.joining(", "));
        var drop = new DropTable(old(key), DropMode.PLAIN, List.of());
        changes.add(
                lost.isEmpty()
                        ? Rendering.change(drop)
                        : Rendering.change(
                                drop, "Data loss: the values of %s of %s are gone.".formatted(lost, Naming.name(key))));
        return changes;
    }

    private static List<SchemaObject> columns(Snapshot snapshot, ObjectKey table) {
        return snapshot.of(SchemaKind.COLUMN).stream()
                .filter(column -> Sides.tableOf(column.key()).equals(table))
                .toList();
    }

    private static Name old(ObjectKey key) {
        return Naming.name(key).sibling(oldName(key));
    }

    private static String oldName(ObjectKey key) {
        String name = key.name();
        String suffix = "__old";
        while ((name + suffix).getBytes(StandardCharsets.UTF_8).length > Identifiers.LONGEST) {
            name = name.substring(0, name.length() - 1);
        }
        return name + suffix;
    }
}
