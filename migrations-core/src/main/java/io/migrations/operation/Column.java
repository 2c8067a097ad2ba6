/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table that is created, or that is added to one: Alembic's {@code Column}. As there, it may be
 * null unless something says otherwise.
 *
 * @param content what fills it; none where an INSERT does or nothing does
 * @param collation the order of its text; none for that of its type
 * @param look how it is kept and described
 * @param constraints the constraints that are about it alone
 */
public record Column(
        String name,
        Type type,
        boolean nullable,
        @Nullable ColumnContent content,
        @Nullable Name collation,
        ColumnLook look,
        List<TableConstraint> constraints)
        implements TableElement {

    public Column {
        Names.require("column", name);
        constraints = List.copyOf(constraints);
    }

    /** A column that may be null. */
    public static Column of(String name, Type type) {
        return new Column(name, type, true, null, null, ColumnLook.PLAIN, List.of());
    }

    /** Never null. */
    public Column notNull() {
        return nullable(false);
    }

    /** Whether it may be null. */
    public Column nullable(boolean yes) {
        return new Column(name, type, yes, content, collation, look, constraints);
    }

    /**
     * What it is where an INSERT says nothing: Alembic's {@code server_default}.
     *
     * @param value a value of Java as a constant, or an expression by {@link Sql#sql}
     */
    public Column serverDefault(Object value) {
        return content(new ColumnContent(Defaults.of(value), null, null));
    }

    /** Numbered by a sequence of its own where an INSERT says nothing. */
    public Column identity() {
        return identity(Identity.byDefault());
    }

    /** Numbered by a sequence of its own: {@code Identity.always().start(100)}. */
    public Column identity(Identity identity) {
        return content(new ColumnContent(null, identity, null));
    }

    /** Computed by an expression, as SQL, when a row is written. */
    public Column generatedStored(String expression) {
        return content(new ColumnContent(null, null, new Generated(new Sql(expression), true)));
    }

    /** Computed by an expression, as SQL, when a row is read; PostgreSQL 18 and later. */
    public Column generatedVirtual(String expression) {
        return content(new ColumnContent(null, null, new Generated(new Sql(expression), false)));
    }

    /** With that order of its text: {@code C}, {@code de-x-icu}. */
    public Column collate(String other) {
        return new Column(name, type, nullable, content, Name.of(other), look, constraints);
    }

    /** Where long values are kept. */
    public Column storage(Storage storage) {
        return look(new ColumnLook(storage, look.compression(), look.comment()));
    }

    /** How long values are compressed: {@code pglz}, {@code lz4}. */
    public Column compression(String method) {
        return look(new ColumnLook(look.storage(), method, look.comment()));
    }

    /** What it is for, in the catalog. */
    public Column comment(String text) {
        return look(new ColumnLook(look.storage(), look.compression(), text));
    }

    /** The primary key, of this column alone. */
    public Column primaryKey() {
        return constraint(TableElement.primaryKey(name));
    }

    /** The primary key with a name of its own. */
    public Column primaryKey(String constraintName) {
        return constraint(TableElement.primaryKey(name).named(constraintName));
    }

    /** No two rows have the same. */
    public Column unique() {
        return constraint(TableElement.unique(name));
    }

    /** No two rows have the same; with a name of its own and more to it. */
    public Column unique(String constraintName, UnaryOperator<Unique> options) {
        return constraint(options.apply(TableElement.unique(name).named(constraintName)));
    }

    /** Refers to a column of another table. */
    public Column references(String referentTable, String remoteColumn) {
        return references(referentTable, remoteColumn, key -> key);
    }

    /** Refers to a column of another table with more to it: {@code key -> key.named("fk").onDelete(CASCADE)}. */
    public Column references(String referentTable, String remoteColumn, UnaryOperator<ForeignKey> options) {
        return constraint(options.apply(TableElement.foreignKey(name, referentTable, remoteColumn)));
    }

    /** A condition on every row, as SQL. */
    public Column check(String constraintName, String condition) {
        return constraint(TableElement.check(constraintName, condition));
    }

    /** The same column by another name. */
    public Column named(String other) {
        return new Column(other, type, nullable, content, collation, look, constraints);
    }

    /** As SQL. */
    public String sql() {
        return Words.join(
                Identifiers.quoted(name),
                type.sql(),
                look.compressionSql(),
                collation == null ? "" : "COLLATE " + collation.sql(),
                Words.when(!nullable, "NOT NULL"),
                content == null ? "" : content.sql(),
                constraints.stream()
                        .map(constraint -> TableConstraint.named(constraint.name(), constraint.columnDefinition()))
                        .collect(Collectors.joining(" ")));
    }

    private Column content(ColumnContent other) {
        return new Column(name, type, nullable, other, collation, look, constraints);
    }

    private Column look(ColumnLook other) {
        return new Column(name, type, nullable, content, collation, other, constraints);
    }

    /** With one more constraint that is about this column alone. */
    public Column constraint(TableConstraint one) {
        var more = new ArrayList<>(constraints);
        more.add(one);
        return new Column(name, type, nullable, content, collation, look, more);
    }
}
