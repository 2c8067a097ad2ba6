/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Column;
import io.migrations.operation.CreateTable;
import io.migrations.operation.Name;
import io.migrations.operation.Persistence;
import io.migrations.operation.Sql;
import io.migrations.operation.TableElement;
import io.migrations.operation.TableLayout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A new table together with the parts that its definition can say. */
final class TableCreation {

    private final SchemaObject table;
    private final List<SchemaObject> columns;
    private final Map<String, SchemaObject> defaults = new HashMap<>();
    private final List<SchemaObject> constraints = new ArrayList<>();

    /**
     * For a table.
     *
     * @param parts its columns, and those of their defaults and its constraints that stand in the definition
     */
    TableCreation(SchemaObject table, Collection<SchemaObject> parts) {
        this.table = table;
        this.columns = parts.stream()
                .filter(part -> part.key().kind() == SchemaKind.COLUMN)
                .sorted(Comparator.comparingInt(SchemaObject::position))
                .toList();
        parts.stream()
                .filter(part -> part.key().kind() == SchemaKind.DEFAULT)
                .forEach(part -> defaults.put(part.key().name(), part));
        parts.stream()
                .filter(part -> part.key().kind() == SchemaKind.CONSTRAINT)
                .sorted(Comparator.comparingInt(TableCreation::rank).thenComparing(SchemaObject::key))
                .forEach(constraints::add);
    }

    private static int rank(SchemaObject constraint) {
        return "puxcf".indexOf(constraint.fact("type"));
    }

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        CreateTable create = definition();
        changes.add(table.has("server") ? Rendering.sql(foreign(create)) : Rendering.change(create));
        changes.addAll(new TableRendering().beyond(table));
        columns.stream().filter(this::isSaid).forEach(column -> changes.addAll(Columns.beyond(column)));
        return changes;
    }

    private CreateTable definition() {
        List<TableElement> elements = new ArrayList<>();
        columns.stream().filter(this::isSaid).map(this::column).forEach(elements::add);
        constraints.stream().map(ConstraintText::parse).forEach(elements::add);
        Persistence persistence = table.has("unlogged") ? Persistence.UNLOGGED : Persistence.PERMANENT;
        return new CreateTable(
                Naming.name(table.key()),
                elements,
                persistence,
                layout(),
                table.find("comment").orElse(null),
                false);
    }

    /** Whether the table has the column from itself, and not only from a parent that it inherits from. */
    private boolean isSaid(SchemaObject column) {
        return !(table.has("inherits") && column.fact("local").equals("no"));
    }

    private Column column(SchemaObject column) {
        return Columns.definition(column, defaults.get(column.key().name()), !table.has("partition of"));
    }

    private TableLayout layout() {
        List<Name> parents =
                table.lines("inherits").stream().map(QuotedName::qualified).toList();
        Map<String, String> with = table.lines("options").stream()
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf('=')),
                        line -> "'" + line.substring(line.indexOf('=') + 1).replace("'", "''") + "'"));
        return new TableLayout(
                parents,
                table.find("partition key").map(Sql::new).orElse(null),
                table.find("access method").map(TableCreation::plain).orElse(null),
                with,
                null,
                table.find("tablespace").map(TableCreation::plain).orElse(null));
    }

    private static @Nullable String plain(String quoted) {
        return QuotedName.first(quoted);
    }

    private String foreign(CreateTable create) {
        String text = create.statements().get(0);
        return text.replaceFirst("CREATE TABLE", "CREATE FOREIGN TABLE") + " SERVER " + table.get("server")
                + Options.foreign(table.lines("server options"));
    }
}
