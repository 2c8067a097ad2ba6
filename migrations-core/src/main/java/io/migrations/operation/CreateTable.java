/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE TABLE}: Alembic's {@code create_table}. The comments follow as statements of their own.
 *
 * @param comment what it is for, in the catalog
 */
public record CreateTable(
        Name table,
        List<TableElement> elements,
        Persistence persistence,
        TableLayout layout,
        @Nullable String comment,
        boolean unlessExists)
        implements Operation {

    public CreateTable {
        elements = List.copyOf(elements);
        elements.forEach(element -> requireFit(table, element));
    }

    /** A table with these columns and constraints. */
    public static CreateTable of(String table, TableElement... elements) {
        return of(table, List.of(elements));
    }

    /** A table with these columns and constraints. */
    public static CreateTable of(String table, Collection<? extends TableElement> elements) {
        return new CreateTable(
                Name.of(table), List.copyOf(elements), Persistence.PERMANENT, TableLayout.PLAIN, null, false);
    }

    /** What it is for, in the catalog. */
    public CreateTable comment(String text) {
        return new CreateTable(table, elements, persistence, layout, text, unlessExists);
    }

    /** Empty after a crash, and written faster. */
    public CreateTable unlogged() {
        return new CreateTable(table, elements, Persistence.UNLOGGED, layout, comment, unlessExists);
    }

    /** Gone with the session. */
    public CreateTable temporary() {
        return new CreateTable(table, elements, Persistence.TEMPORARY, layout, comment, unlessExists);
    }

    /** Temporary, and that at the end of a transaction. */
    public CreateTable temporary(OnCommit onCommit) {
        return new CreateTable(
                table, elements, Persistence.TEMPORARY, layout.onCommit(onCommit), comment, unlessExists);
    }

    /** With the columns of other tables, whose rows it counts among. */
    public CreateTable inherits(String... parents) {
        return layout(layout.inherits(Stream.of(parents).map(Name::of).toList()));
    }

    /** Split into partitions, as SQL: {@code RANGE (created_at)}. */
    public CreateTable partitionBy(String key) {
        return layout(layout.partitionBy(new Sql(key)));
    }

    /** By another table access method. */
    public CreateTable using(String method) {
        return layout(layout.using(method));
    }

    /** With a storage parameter: {@code fillfactor}. */
    public CreateTable with(String parameter, Object value) {
        return layout(layout.with(parameter, value));
    }

    /** In that tablespace. */
    public CreateTable tablespace(String name) {
        return layout(layout.tablespace(name));
    }

    /** Nothing where one of that name is there, whatever it is; so nothing undoes it. */
    public CreateTable ifNotExists() {
        return new CreateTable(table, elements, persistence, layout, comment, true);
    }

    @Override
    public List<String> statements() {
        var statements = new ArrayList<String>();
        statements.add(Words.join(
                "CREATE",
                persistence.sql(),
                "TABLE",
                Words.when(unlessExists, "IF NOT EXISTS"),
                table.sql(),
                elements.isEmpty()
                        ? "()"
                        : elements.stream().map(CreateTable::sql).collect(Collectors.joining(",\n  ", "(\n  ", "\n)")),
                layout.sql()));
        for (TableElement element : elements) {
            if (element instanceof Column column) {
                statements.addAll(column.look().statements(table, column.name()));
            }
        }
        if (comment != null) {
            statements.addAll(CommentOn.of(new DatabaseObject(ObjectKind.TABLE, table, null, null), comment)
                    .statements());
        }
        return statements;
    }

    @Override
    public Inverse inverse() {
        return unlessExists
                ? Obstacles.mayHaveBeenThere("The table", table)
                : Inverse.of(new DropTable(table, DropMode.PLAIN, List.of(this)));
    }

    private CreateTable layout(TableLayout other) {
        return new CreateTable(table, elements, persistence, other, comment, unlessExists);
    }

    private static String sql(TableElement element) {
        if (element instanceof Column column) {
            return column.sql();
        }
        return element instanceof Like like ? like.sql() : ((TableConstraint) element).sql();
    }

    private static void requireFit(Name table, TableElement element) {
        boolean notValid = (element instanceof ForeignKey key && key.enforcement() == Enforcement.NOT_VALID)
                || (element instanceof Check check && check.enforcement() == Enforcement.NOT_VALID)
                || (element instanceof NotNull notNull && notNull.enforcement() == Enforcement.NOT_VALID);
        if (notValid) {
            throw new InvalidOperationException(
                    "A constraint of the new table '%s' is not valid, but a new table has no rows that could break it."
                            .formatted(table),
                    "Leave notValid() out.");
        }
    }
}
