/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE INDEX}: Alembic's {@code create_index}, with all that PostgreSQL's has.
 *
 * @param name what it is called, in the schema of its table
 * @param elements its keys
 * @param method how it is built; none for {@code btree}
 * @param nullsAreEqual whether two nulls are the same to a unique index; PostgreSQL 15 and later
 * @param where the condition of a partial index
 * @param how how the statement goes about it
 */
public record CreateIndex(
        String name,
        Name table,
        List<IndexElement> elements,
        boolean isUnique,
        @Nullable String method,
        boolean nullsAreEqual,
        IndexParameters parameters,
        @Nullable Sql where,
        IndexBuild how)
        implements Operation {

    public CreateIndex {
        Names.require("index", name);
        elements = List.copyOf(elements);
        if (elements.isEmpty()) {
            throw new InvalidOperationException(
                    "The index '%s' has no columns.".formatted(name), "Name at least one column or expression.");
        }
        if (method != null) {
            Names.require("index method", method);
        }
    }

    /**
     * An index.
     *
     * @param columns names of columns, expressions by {@link Sql#sql}, {@link IndexElement}s
     */
    public static CreateIndex of(String name, String table, Collection<?> columns) {
        return of(name, Name.of(table), columns);
    }

    static CreateIndex of(String name, Name table, Collection<?> columns) {
        List<IndexElement> elements = columns.stream().map(IndexElement::of).toList();
        return new CreateIndex(name, table, elements, false, null, false, IndexParameters.NONE, null, IndexBuild.PLAIN);
    }

    /** No two rows have the same keys. */
    public CreateIndex unique() {
        return new CreateIndex(name, table, elements, true, method, nullsAreEqual, parameters, where, how);
    }

    /** By another method than btree: {@code gin}, {@code gist}, {@code brin}, {@code hash}. */
    public CreateIndex using(String other) {
        return new CreateIndex(name, table, elements, isUnique, other, nullsAreEqual, parameters, where, how);
    }

    /** A unique index to which two nulls are the same; PostgreSQL 15 and later. */
    public CreateIndex nullsNotDistinct() {
        return new CreateIndex(name, table, elements, isUnique, method, true, parameters, where, how);
    }

    /** Carries columns it does not order by, for index-only scans. */
    public CreateIndex include(String... columns) {
        return parameters(parameters.include(List.of(columns)));
    }

    /** With a storage parameter: {@code fillfactor}. */
    public CreateIndex with(String parameter, Object value) {
        return parameters(parameters.with(parameter, value));
    }

    /** In that tablespace. */
    public CreateIndex tablespace(String tablespace) {
        return parameters(parameters.tablespace(tablespace));
    }

    /** Only the rows that meet a condition, as SQL. */
    public CreateIndex where(String condition) {
        return new CreateIndex(
                name, table, elements, isUnique, method, nullsAreEqual, parameters, new Sql(condition), how);
    }

    /** A column, by its name, or an expression, by its text, with that operator class. */
    public CreateIndex opclass(String key, String opclass) {
        return element(key, element -> element.opclass(opclass));
    }

    /** A key with that parameter of its operator class. */
    public CreateIndex opclassParameter(String key, String parameter, Object value) {
        return element(key, element -> element.opclassParameter(parameter, value));
    }

    /** A key with that collation. */
    public CreateIndex collate(String key, String collation) {
        return element(key, element -> element.collate(collation));
    }

    /** A key with high values first. */
    public CreateIndex desc(String key) {
        return element(key, IndexElement::desc);
    }

    /** A key with nulls before everything else. */
    public CreateIndex nullsFirst(String key) {
        return element(key, IndexElement::nullsFirst);
    }

    /** A key with nulls after everything else. */
    public CreateIndex nullsLast(String key) {
        return element(key, IndexElement::nullsLast);
    }

    /** Without keeping writers out; no transaction may be open then. */
    public CreateIndex concurrently() {
        return how(how.concurrently(true));
    }

    /** Nothing where one of that name is there, whatever it is; so nothing undoes it. */
    public CreateIndex ifNotExists() {
        return how(new IndexBuild(how.concurrently(), true, how.only()));
    }

    /** Not on the partitions of the table. */
    public CreateIndex only() {
        return how(new IndexBuild(how.concurrently(), how.ifNotExists(), true));
    }

    @Override
    public List<String> statements() {
        return List.of(Words.join(
                "CREATE",
                Words.when(isUnique, "UNIQUE"),
                "INDEX",
                Words.when(how.concurrently(), "CONCURRENTLY"),
                Words.when(how.ifNotExists(), "IF NOT EXISTS"),
                Identifiers.quoted(name),
                "ON",
                Words.when(how.only(), "ONLY"),
                table.sql(),
                method == null ? "" : "USING " + Identifiers.quoted(method),
                elements.stream().map(IndexElement::sql).collect(Collectors.joining(", ", "(", ")")),
                parameters.includeSql(),
                Words.when(nullsAreEqual, "NULLS NOT DISTINCT"),
                parameters.withSql(),
                parameters.tablespaceSql(),
                where == null ? "" : "WHERE " + where.text()));
    }

    @Override
    public Inverse inverse() {
        return how.ifNotExists()
                ? Obstacles.mayHaveBeenThere("The index", table.sibling(name))
                : Inverse.of(DropIndex.of(this));
    }

    CreateIndex how(IndexBuild other) {
        return new CreateIndex(name, table, elements, isUnique, method, nullsAreEqual, parameters, where, other);
    }

    private CreateIndex parameters(IndexParameters other) {
        return new CreateIndex(name, table, elements, isUnique, method, nullsAreEqual, other, where, how);
    }

    private CreateIndex element(String key, UnaryOperator<IndexElement> change) {
        if (elements.stream().noneMatch(element -> element.is(key))) {
            throw new InvalidOperationException(
                    "The index '%s' has no column '%s'.".formatted(name, key),
                    "Name one of its columns, or an expression by its text.");
        }
        List<IndexElement> changed = elements.stream()
                .map(element -> element.is(key) ? change.apply(element) : element)
                .toList();
        return new CreateIndex(name, table, changed, isUnique, method, nullsAreEqual, parameters, where, how);
    }
}
