/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;

/** Operations on columns. Names of columns are as they are; names of tables are read by {@link Name#of}. */
public interface ColumnOperations extends Vocabulary {

    /** Adds a column: Alembic's {@code add_column}. */
    default void addColumn(String table, Column column) {
        addColumn(table, column, add -> add);
    }

    /** Adds a column with more to it: {@code add -> add.ifNotExists()}. */
    default void addColumn(String table, Column column, UnaryOperator<AddColumn> options) {
        invoke(options.apply(new AddColumn(Name.of(table), column, false)));
    }

    /** Drops a column, with no way back: Alembic's {@code drop_column}. */
    default void dropColumn(String table, String column) {
        dropColumn(table, column, drop -> drop);
    }

    /** Drops a column with more to it: {@code drop -> drop.original(column("qty", INTEGER))}. */
    default void dropColumn(String table, String column, UnaryOperator<DropColumn> options) {
        invoke(options.apply(DropColumn.of(table, column)));
    }

    /** Drops a column of which is known what it is, so that it can be brought back, as the last one of its table. */
    default void dropColumn(String table, Column original) {
        dropColumn(table, original.name(), drop -> drop.original(original));
    }

    /**
     * Changes a column: Alembic's {@code alter_column}.
     *
     * @param changes what changes, and what was before: {@code column -> column.type(BIGINT).existingType(INTEGER)}
     */
    default void alterColumn(String table, String column, UnaryOperator<AlterColumn> changes) {
        invoke(changes.apply(AlterColumn.of(Name.of(table), column)).requireChanges());
    }

    /** Renames a column: Alembic's {@code alter_column} with {@code new_column_name}. */
    default void renameColumn(String table, String column, String newName) {
        alterColumn(table, column, alter -> alter.newColumnName(newName));
    }
}
