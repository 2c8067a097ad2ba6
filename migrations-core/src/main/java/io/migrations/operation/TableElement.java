/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * What stands between the parentheses of {@code CREATE TABLE}. The methods are to be imported statically, so that a table
 * reads as Alembic's does: {@code op.createTable("orders", column("id", BIGINT).identity().primaryKey(), ...)}.
 */
public sealed interface TableElement permits Column, TableConstraint, Like {

    /** A column; its name is taken as it is. */
    static Column column(String name, Type type) {
        return Column.of(name, type);
    }

    /** A primary key over some columns. */
    static PrimaryKey primaryKey(String... columns) {
        return PrimaryKey.of(null, List.of(columns));
    }

    /** Some columns that no two rows have the same of. */
    static Unique unique(String... columns) {
        return Unique.of(null, List.of(columns));
    }

    /** A column that refers to one of another table. */
    static ForeignKey foreignKey(String column, String referentTable, String remoteColumn) {
        return ForeignKey.of(null, List.of(column), referentTable, List.of(remoteColumn));
    }

    /** Some columns that refer to those of another table. */
    static ForeignKey foreignKey(List<String> localColumns, String referentTable, List<String> remoteColumns) {
        return ForeignKey.of(null, localColumns, referentTable, remoteColumns);
    }

    /** A condition on every row, as SQL, which PostgreSQL gives a name. */
    static Check check(String condition) {
        return Check.of(null, condition);
    }

    /** A named condition on every row, as SQL. */
    static Check check(String name, String condition) {
        return Check.of(name, condition);
    }

    /** A constraint in PostgreSQL's own words, as SQL without its name: {@code UNIQUE NULLS NOT DISTINCT (code)}. */
    static DefinedConstraint constraint(String name, String demand) {
        return new DefinedConstraint(name, new Sql(demand));
    }

    /** No two rows for which all operators hold, to be filled by {@link Exclude#element}. */
    static Exclude exclude(String name) {
        return Exclude.of(name);
    }

    /** The columns of another table. */
    static Like like(String table) {
        return Like.of(table);
    }
}
