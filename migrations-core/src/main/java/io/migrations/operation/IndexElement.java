/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One key of an index or an exclusion constraint: a column or an expression, and how it is ordered.
 *
 * @param column the column; none for an expression
 * @param expression the expression; none for a column
 * @param collation another collation than the column's
 * @param opclass another operator class than the type's default
 * @param opclassParameters the parameters of the operator class and their constants, as SQL
 * @param descending whether high values come first
 * @param nullsAtStart where nulls stand; none where {@code descending} decides
 */
public record IndexElement(
        @Nullable String column,
        @Nullable Sql expression,
        @Nullable Name collation,
        @Nullable Name opclass,
        Map<String, String> opclassParameters,
        boolean descending,
        @Nullable Boolean nullsAtStart) {

    /** What {@code CREATE INDEX} takes behind the parentheses that an expression gets. */
    private static final Pattern ORDER = Pattern.compile(
            "\\s+(?:(?<direction>asc|desc)(?:\\s+nulls\\s+(?<nulls>first|last))?|nulls\\s+(?<alone>first|last))$",
            Pattern.CASE_INSENSITIVE);

    public IndexElement {
        if ((column == null) == (expression == null)) {
            throw new InvalidOperationException(
                    "A key of an index is either a column or an expression.", "Give exactly one of them.");
        }
        if (column != null) {
            Names.require("column", column);
        }
        opclassParameters = Parameters.copyOf(opclassParameters);
    }

    /** A column. */
    public static IndexElement column(String name) {
        return new IndexElement(name, null, null, null, Map.of(), false, null);
    }

    /** An expression: {@code lower(email)}; its order may be said behind it: {@code lower(email) DESC NULLS LAST}. */
    public static IndexElement expression(Sql expression) {
        Matcher order = ORDER.matcher(expression.text());
        if (!order.find()) {
            return new IndexElement(null, expression, null, null, Map.of(), false, null);
        }
        String behind = order.group("nulls");
        String nulls = behind == null ? order.group("alone") : behind;
        return new IndexElement(
                null,
                new Sql(expression.text().substring(0, order.start())),
                null,
                null,
                Map.of(),
                "desc".equalsIgnoreCase(order.group("direction")),
                nulls == null ? null : nulls.equalsIgnoreCase("first"));
    }

    /** What users write in a list of columns: the name of one, an expression by {@link Sql#sql}, or an element. */
    static IndexElement of(Object key) {
        if (key instanceof IndexElement element) {
            return element;
        }
        if (key instanceof Sql sql) {
            return expression(sql);
        }
        if (key instanceof String name) {
            return column(name);
        }
        throw new InvalidOperationException(
                "'%s' is no column of an index.".formatted(key),
                "Give the name of a column, sql(\"...\"), or an IndexElement.");
    }

    /** With that collation. */
    public IndexElement collate(String name) {
        return new IndexElement(
                column, expression, Name.of(name), opclass, opclassParameters, descending, nullsAtStart);
    }

    /** With that operator class: {@code gin_trgm_ops}. */
    public IndexElement opclass(String name) {
        return new IndexElement(
                column, expression, collation, Name.of(name), opclassParameters, descending, nullsAtStart);
    }

    /** With a parameter of the operator class: {@code siglen}. */
    public IndexElement opclassParameter(String name, Object value) {
        return new IndexElement(
                column,
                expression,
                collation,
                opclass,
                Parameters.with(opclassParameters, name, value),
                descending,
                nullsAtStart);
    }

    /** High values first. */
    public IndexElement desc() {
        return new IndexElement(column, expression, collation, opclass, opclassParameters, true, nullsAtStart);
    }

    /** Nulls before everything else. */
    public IndexElement nullsFirst() {
        return new IndexElement(column, expression, collation, opclass, opclassParameters, descending, true);
    }

    /** Nulls after everything else. */
    public IndexElement nullsLast() {
        return new IndexElement(column, expression, collation, opclass, opclassParameters, descending, false);
    }

    /** Whether a user means this one by that column or that text of an expression. */
    boolean is(String key) {
        return expression == null ? key.equals(column) : key.equals(expression.text());
    }

    /** As SQL. */
    public String sql() {
        return Words.join(
                expression == null ? Identifiers.quoted(String.valueOf(column)) : "(" + expression.text() + ")",
                collation == null ? "" : "COLLATE " + collation.sql(),
                opclassSql(),
                Words.when(descending, "DESC"),
                nullsAtStart == null ? "" : nullsAtStart ? "NULLS FIRST" : "NULLS LAST");
    }

    private String opclassSql() {
        String parameters = Parameters.sql(opclassParameters);
        if (opclass == null && !parameters.isEmpty()) {
            throw new InvalidOperationException(
                    "The key %s has parameters of an operator class, and no operator class.".formatted(this),
                    "Name it by opclass(...).");
        }
        return opclass == null ? "" : Words.join(opclass.sql(), parameters);
    }
}
