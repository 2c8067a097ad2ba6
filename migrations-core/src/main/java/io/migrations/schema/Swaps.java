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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is renamed out of the way, and dropped once its successor has what it held. */
final class Swaps {

    private static final Pattern MULTIRANGE =
            Pattern.compile("multirange_type_name *= *([^,)]+)", Pattern.CASE_INSENSITIVE);

    private final Sides sides;
    private final NewValues values;

    Swaps(Sides sides, NewValues values) {
        this.sides = sides;
        this.values = values;
    }

    List<Change> release(ObjectKey key) {
        String old = Identifiers.quoted(oldName(key));
        if (key.kind() == SchemaKind.COLUMN) {
            return List.of(Rendering.sql("ALTER TABLE %s RENAME COLUMN %s TO %s"
                    .formatted(Naming.whole(key).sql(), Naming.quoted(key), old)));
        }
        List<Change> changes = new ArrayList<>();
        changes.add(Rendering.sql("ALTER %s %s RENAME TO %s".formatted(kind(key), Naming.sql(key), old)));
        if (key.kind() == SchemaKind.RANGE) {
            Name many = multirange(key);
            String former = Identifiers.quoted(oldName(many.simple()));
            changes.add(Rendering.sql("ALTER TYPE %s RENAME TO %s".formatted(many.sql(), former)));
            String sub = RangeConstructors.subtype(sides.before(key));
            RangeConstructors.signatures(Naming.sql(key), many.sql(), old(key).sql(), sub)
                    .forEach(function -> changes.add(Rendering.sql("ALTER FUNCTION %s RENAME TO %s"
                            .formatted(function, function.startsWith(many.sql() + "(") ? former : old))));
        }
        return changes;
    }

    private static String kind(ObjectKey key) {
        return switch (key.kind()) {
            case TABLE, DOMAIN, COLLATION -> key.kind().name();
            default -> "TYPE";
        };
    }

    /** The multirange that comes with a range; only another name than PostgreSQL's own choice is said. */
    private Name multirange(ObjectKey range) {
        var said = MULTIRANGE.matcher(sides.before(range).get("definition"));
        if (said.find()) {
            return Naming.name(range)
                    .sibling(QuotedName.qualified(said.group(1)).simple());
        }
        String name = range.name();
        return Naming.name(range)
                .sibling(name.contains("range") ? name.replaceFirst("range", "multirange") : name + "_multirange");
    }

    List<Change> drop(ObjectKey key) {
        return switch (key.kind()) {
            case COLUMN -> column(key);
            case TABLE -> table(key);
            default -> List.of(Rendering.sql("DROP " + kind(key) + " " + old(key).sql()));
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
        String warning = values.warning(sides.before(key), after);
        Change filling = Rendering.sql(
                "UPDATE %s SET %s = %s".formatted(table, Naming.quoted(key), using == null ? old : using.text()),
                warning == null ? new String[0] : new String[] {warning});
        changes.addAll(RowSecurity.lifted(sides.to(), Sides.tableOf(key), List.of(filling)));
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
        List<Change> copying = new ArrayList<>();
        if (!copied.isEmpty()) {
            boolean always =
                    kept.stream().anyMatch(column -> column.get("identity").equals("always"));
            copying.add(Rendering.sql(
                    "INSERT INTO %s (%s)%s SELECT %s FROM %s"
                            .formatted(
                                    Naming.sql(key),
                                    String.join(", ", copied.keySet()),
                                    always ? " OVERRIDING SYSTEM VALUE" : "",
                                    String.join(", ", copied.values()),
                                    old(key).sql()),
                    warnings(kept)));
        }
        kept.stream()
                .filter(column -> column.has("identity"))
                .forEach(column -> copying.add(
                        sides.before(column.key()).has("identity")
                                ? ColumnAlteration.countingOn(column, old(key).sql())
                                : ColumnAlteration.counting(column)));
        List<Change> changes = new ArrayList<>();
        if (sides.before(key).has(RowSecurity.FORCED)) {
            changes.add(RowSecurity.lifting(old(key).sql()));
        }
        changes.addAll(RowSecurity.lifted(sides.to(), key, copying));
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

    /** What becomes of values on the way. */
    private String[] warnings(List<SchemaObject> columns) {
        return columns.stream()
                .map(column -> values.warning(sides.before(column.key()), column))
                .flatMap(Stream::ofNullable)
                .map(warning -> warning.replaceFirst("^Rewrites the table\\. ?", ""))
                .filter(warning -> !warning.isEmpty())
                .toArray(String[]::new);
    }

    private static List<SchemaObject> columns(Snapshot snapshot, ObjectKey table) {
        return snapshot.parts(table, SchemaKind.COLUMN);
    }

    private static Name old(ObjectKey key) {
        return Naming.name(key).sibling(oldName(key));
    }

    private static String oldName(ObjectKey key) {
        return oldName(key.name());
    }

    private static String oldName(String whole) {
        String name = whole;
        String suffix = "__old";
        while ((name + suffix).getBytes(StandardCharsets.UTF_8).length > Identifiers.LONGEST) {
            name = name.substring(0, name.length() - 1);
        }
        return name + suffix;
    }
}
