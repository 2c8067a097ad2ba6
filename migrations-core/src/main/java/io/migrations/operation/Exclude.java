/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code EXCLUDE}: no two rows for which all operators hold.
 *
 * @param method how its index is built; none for {@code btree}, Alembic's default is {@code gist}
 * @param elements its keys; two rows are compared by all of them
 * @param where the condition for rows to be compared at all
 */
public record Exclude(
        @Nullable String name,
        @Nullable String method,
        List<Element> elements,
        IndexParameters parameters,
        @Nullable Sql where,
        Deferral deferral)
        implements TableConstraint {

    private static final Pattern OPERATOR = Pattern.compile("[-+*/<>=~!@#%^&|`?]{1,63}");

    /**
     * One key of it.
     *
     * @param operator what must not hold: {@code =}, {@code &&}, or with a schema {@code OPERATOR(pg_catalog.=)}
     */
    public record Element(IndexElement key, String operator) {

        public Element {
            String symbol = operator.replaceFirst("^OPERATOR\\((?:\\w+\\.)?(.*)\\)$", "$1");
            if (!OPERATOR.matcher(symbol).matches() || symbol.contains("--") || symbol.contains("/*")) {
                throw new InvalidOperationException(
                        "'%s' is no operator.".formatted(operator), "Write one such as = or &&.");
            }
        }

        String sql() {
            return key.sql() + " WITH " + operator;
        }
    }

    public Exclude {
        if (name != null) {
            Names.require("constraint", name);
        }
        if (method != null) {
            Names.require("index method", method);
        }
        elements = List.copyOf(elements);
    }

    /** One that has no keys yet, by a {@code gist} index as Alembic's. */
    public static Exclude of(@Nullable String name) {
        return new Exclude(name, "gist", List.of(), IndexParameters.NONE, null, Deferral.NOT_DEFERRABLE);
    }

    /** By another method than gist. */
    public Exclude using(String other) {
        return new Exclude(name, other, elements, parameters, where, deferral);
    }

    /** With a column, and the operator that must not hold. */
    public Exclude element(String column, String operator) {
        return element(IndexElement.column(column), operator);
    }

    /** With an expression, and the operator that must not hold. */
    public Exclude element(Sql expression, String operator) {
        return element(IndexElement.expression(expression), operator);
    }

    /** With a key that has an operator class or an order, and the operator that must not hold. */
    public Exclude element(IndexElement key, String operator) {
        var more = new ArrayList<>(elements);
        more.add(new Element(key, operator));
        return new Exclude(name, method, more, parameters, where, deferral);
    }

    /** Whose index carries these columns, too. */
    public Exclude include(String... columns) {
        return parameters(parameters.include(List.of(columns)));
    }

    /** Whose index has that storage parameter. */
    public Exclude with(String parameter, Object value) {
        return parameters(parameters.with(parameter, value));
    }

    /** Whose index lies in that tablespace. */
    public Exclude tablespace(String tablespace) {
        return parameters(parameters.tablespace(tablespace));
    }

    /** Among the rows that meet a condition, as SQL. */
    public Exclude where(String condition) {
        return new Exclude(name, method, elements, parameters, new Sql(condition), deferral);
    }

    /** May be put off to the end of the transaction. */
    public Exclude deferrable() {
        return new Exclude(name, method, elements, parameters, where, Deferral.DEFERRABLE);
    }

    /** Is put off to the end of the transaction. */
    public Exclude initiallyDeferred() {
        return new Exclude(name, method, elements, parameters, where, Deferral.INITIALLY_DEFERRED);
    }

    @Override
    public String definition() {
        if (elements.isEmpty()) {
            throw new InvalidOperationException(
                    "The exclusion constraint '%s' has no elements.".formatted(name),
                    "Give at least one by element(column, operator).");
        }
        return Words.join(
                "EXCLUDE",
                method == null ? "" : "USING " + Identifiers.quoted(method),
                elements.stream().map(Element::sql).collect(Collectors.joining(", ", "(", ")")),
                parameters.sql(),
                where == null ? "" : "WHERE (" + where.text() + ")",
                deferral.sql());
    }

    private Exclude parameters(IndexParameters other) {
        return new Exclude(name, method, elements, other, where, deferral);
    }
}
