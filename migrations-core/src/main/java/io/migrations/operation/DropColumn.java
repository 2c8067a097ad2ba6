/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ALTER TABLE ... DROP COLUMN}: Alembic's {@code drop_column}. Its values are gone. When it is brought back, it is
 * the last column of its table, as PostgreSQL adds columns nowhere else.
 *
 * @param original what brings it back, with what goes along with it, such as its indexes; empty where nobody knows
 */
public record DropColumn(Name table, String column, DropMode mode, List<Operation> original) implements Operation {

    public DropColumn {
        Names.require("column", column);
        original = List.copyOf(original);
    }

    /** The column of that name. */
    public static DropColumn of(String table, String column) {
        return new DropColumn(Name.of(table), column, DropMode.PLAIN, List.of());
    }

    /** Nothing where it is missing; so nothing undoes it. */
    public DropColumn ifExists() {
        return new DropColumn(table, column, mode.tolerant(), original);
    }

    /** With what depends on it, such as views; nobody knows what that was, so nothing undoes it. */
    public DropColumn cascade() {
        return new DropColumn(table, column, mode.cascading(), original);
    }

    /**
     * What it was, so that it can be brought back.
     *
     * @param alongside what goes with it, such as the indexes on it
     */
    public DropColumn original(Column definition, Operation... alongside) {
        if (!definition.name().equals(column)) {
            throw new InvalidOperationException(
                    "The column '%s' of '%s' is dropped, and its definition is called '%s'."
                            .formatted(column, table, definition.name()),
                    "Give both the same name.");
        }
        var back = new ArrayList<Operation>();
        back.add(new AddColumn(table, definition, false));
        back.addAll(List.of(alongside));
        return new DropColumn(table, column, mode, back);
    }

    @Override
    public List<String> statements() {
        return List.of(Words.join(
                "ALTER TABLE", table.sql(), "DROP COLUMN", mode.before(), Identifiers.quoted(column), mode.after()));
    }

    @Override
    public Inverse inverse() {
        if (mode.ifExists()) {
            return Obstacles.mayHaveBeenMissing("The column", column);
        }
        if (mode.cascade()) {
            return Obstacles.cascades("The column", column);
        }
        return original.isEmpty()
                ? Obstacles.goneWithoutDefinition("The column", column, "give its definition to dropColumn")
                : new Inverse(original, null);
    }
}
