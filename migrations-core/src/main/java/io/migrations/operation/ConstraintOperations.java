/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.function.UnaryOperator;

/** Operations on constraints of tables. Names of tables are read by {@link Name#of}. */
public interface ConstraintOperations extends Vocabulary {

    /** Adds a primary key: Alembic's {@code create_primary_key}. */
    default void createPrimaryKey(String constraintName, String table, String... columns) {
        createPrimaryKey(constraintName, table, List.of(columns), key -> key);
    }

    /** Adds a primary key with more to it: {@code key -> key.usingIndex("ix_orders_id")}. */
    default void createPrimaryKey(
            String constraintName, String table, List<String> columns, UnaryOperator<PrimaryKey> options) {
        invoke(new AddConstraint(Name.of(table), options.apply(PrimaryKey.of(constraintName, columns))));
    }

    /** Adds a unique constraint: Alembic's {@code create_unique_constraint}. */
    default void createUniqueConstraint(String constraintName, String table, String... columns) {
        createUniqueConstraint(constraintName, table, List.of(columns), unique -> unique);
    }

    /** Adds a unique constraint with more to it: {@code unique -> unique.nullsNotDistinct()}. */
    default void createUniqueConstraint(
            String constraintName, String table, List<String> columns, UnaryOperator<Unique> options) {
        invoke(new AddConstraint(Name.of(table), options.apply(Unique.of(constraintName, columns))));
    }

    /** Adds a foreign key of one column: Alembic's {@code create_foreign_key}. */
    default void createForeignKey(
            String constraintName, String sourceTable, String referentTable, String localColumn, String remoteColumn) {
        createForeignKey(constraintName, sourceTable, referentTable, List.of(localColumn), List.of(remoteColumn));
    }

    /** Adds a foreign key. */
    default void createForeignKey(
            String constraintName,
            String sourceTable,
            String referentTable,
            List<String> localColumns,
            List<String> remoteColumns) {
        createForeignKey(constraintName, sourceTable, referentTable, localColumns, remoteColumns, key -> key);
    }

    /** Adds a foreign key with more to it: {@code key -> key.onDelete(CASCADE).notValid()}. */
    default void createForeignKey(
            String constraintName,
            String sourceTable,
            String referentTable,
            List<String> localColumns,
            List<String> remoteColumns,
            UnaryOperator<ForeignKey> options) {
        ForeignKey key = ForeignKey.of(constraintName, localColumns, referentTable, remoteColumns);
        invoke(new AddConstraint(Name.of(sourceTable), options.apply(key)));
    }

    /** Adds a condition, as SQL, on every row: Alembic's {@code create_check_constraint}. */
    default void createCheckConstraint(String constraintName, String table, String condition) {
        createCheckConstraint(constraintName, table, condition, check -> check);
    }

    /** Adds a condition with more to it: {@code check -> check.notValid()}. */
    default void createCheckConstraint(
            String constraintName, String table, String condition, UnaryOperator<Check> options) {
        invoke(new AddConstraint(Name.of(table), options.apply(Check.of(constraintName, condition))));
    }

    /**
     * Adds an exclusion constraint: Alembic's {@code create_exclude_constraint}.
     *
     * @param elements at least its elements: {@code exclude -> exclude.element("room", "=").element("during", "&&")}
     */
    default void createExcludeConstraint(String constraintName, String table, UnaryOperator<Exclude> elements) {
        invoke(new AddConstraint(Name.of(table), elements.apply(Exclude.of(constraintName))));
    }

    /** Adds a NOT NULL with a name; PostgreSQL 18 and later. */
    default void createNotNullConstraint(String constraintName, String table, String column) {
        createNotNullConstraint(constraintName, table, column, notNull -> notNull);
    }

    /** Adds a NOT NULL with a name and more to it: {@code notNull -> notNull.notValid()}. */
    default void createNotNullConstraint(
            String constraintName, String table, String column, UnaryOperator<NotNull> options) {
        invoke(new AddConstraint(Name.of(table), options.apply(NotNull.of(constraintName, column))));
    }

    /** Drops a constraint, with no way back: Alembic's {@code drop_constraint}. */
    default void dropConstraint(String constraintName, String table) {
        dropConstraint(constraintName, table, drop -> drop);
    }

    /** Drops a constraint with more to it: {@code drop -> drop.original(check("qty > 0"))}. */
    default void dropConstraint(String constraintName, String table, UnaryOperator<DropConstraint> options) {
        invoke(options.apply(DropConstraint.of(constraintName, table)));
    }

    /** Renames a constraint. */
    default void renameConstraint(String table, String constraintName, String newName) {
        invoke(new RenameConstraint(Name.of(table), constraintName, newName));
    }

    /** Looks at the rows that were there before a constraint that is not valid, with no way back. */
    default void validateConstraint(String constraintName, String table) {
        validateConstraint(constraintName, table, validate -> validate);
    }

    /** The same with a way back: {@code validate -> validate.original(check("qty > 0").notValid())}. */
    default void validateConstraint(String constraintName, String table, UnaryOperator<ValidateConstraint> options) {
        invoke(options.apply(new ValidateConstraint(Name.of(table), constraintName, null)));
    }
}
