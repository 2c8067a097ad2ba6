/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE VIEW}, with its comment.
 *
 * @param columns the names of its columns; none for those of the query
 * @param query one statement, as it is written; comments in it stay
 * @param shape what else its definition says
 * @param comment what it is for
 * @param replacing whether one that is there already is replaced ({@code OR REPLACE}), privileges and all kept
 * @param replaced how that one was made
 */
public record CreateView(
        Name view,
        List<String> columns,
        String query,
        Shape shape,
        @Nullable String comment,
        boolean replacing,
        @Nullable CreateView replaced)
        implements Creation {

    /**
     * What a view's definition says beside its query.
     *
     * @param recursive whether the query may name the view ({@code RECURSIVE})
     * @param parameters {@code security_barrier}, {@code security_invoker} and others to come
     * @param checkOption which rows may be written; any, if nothing is said
     */
    public record Shape(
            boolean recursive,
            Map<String, String> parameters,
            @Nullable CheckOption checkOption) {

        public Shape {
            parameters = Parameters.copyOf(parameters);
        }

        /** Nothing said. */
        public static final Shape PLAIN = new Shape(false, Map.of(), null);
    }

    /** Checks the query, and that a view replaces one of its own name. */
    public CreateView {
        columns = Names.require("column", columns);
        query = Query.require("the view '" + view + "'", query);
        if (shape.recursive() && columns.isEmpty()) {
            throw new InvalidOperationException(
                    "The recursive view '%s' does not name its columns.".formatted(view), "Name them.");
        }
        if (replaced != null) {
            Replacement.requireSame(object(view), object(replaced.view));
        }
    }

    public static CreateView of(String view, String query) {
        return new CreateView(Name.of(view), List.of(), query, Shape.PLAIN, null, false, null);
    }

    /** The names of its columns, instead of those of the query. */
    public CreateView columns(String... names) {
        return new CreateView(view, List.of(names), query, shape, comment, replacing, replaced);
    }

    /** {@code RECURSIVE}: the query may name the view. The columns have to be named before. */
    public CreateView recursive() {
        return shaped(new Shape(true, shape.parameters, shape.checkOption));
    }

    /** {@code WITH (name = value)}. */
    public CreateView with(String parameter, Object value) {
        return shaped(
                new Shape(shape.recursive, Parameters.with(shape.parameters, parameter, value), shape.checkOption));
    }

    /** {@code security_barrier}: its conditions come before those of who asks. */
    public CreateView securityBarrier() {
        return with("security_barrier", true);
    }

    /** {@code security_invoker}: with the privileges of who asks. PostgreSQL 15 and later. */
    public CreateView securityInvoker() {
        return with("security_invoker", true);
    }

    /** {@code WITH CHECK OPTION}. */
    public CreateView checkOption(CheckOption option) {
        return shaped(new Shape(shape.recursive, shape.parameters, option));
    }

    /** What it is for: {@code COMMENT ON VIEW}. */
    public CreateView comment(String text) {
        return new CreateView(view, columns, query, shape, text, replacing, replaced);
    }

    /** {@code OR REPLACE}, whatever there is. Leaves no inverse. */
    public CreateView orReplace() {
        return new CreateView(view, columns, query, shape, comment, true, null);
    }

    /**
     * {@code OR REPLACE} of a view that was made like that, which its inverse puts back. PostgreSQL takes no columns
     * away in this manner: if the new view has more, drop the old one and create the new one instead.
     */
    public CreateView orReplace(CreateView previous) {
        return new CreateView(view, columns, query, shape, comment, true, previous);
    }

    private CreateView shaped(Shape other) {
        return new CreateView(view, columns, query, other, comment, replacing, replaced);
    }

    @Override
    public DatabaseObject object() {
        return object(view);
    }

    private static DatabaseObject object(Name view) {
        return new DatabaseObject(ObjectKind.VIEW, view, null, null);
    }

    @Override
    public boolean tolerant() {
        return false;
    }

    @Override
    public List<String> statements() {
        String create = Phrase.of("CREATE")
                .addIf(replacing, "OR REPLACE")
                .addIf(shape.recursive, "RECURSIVE")
                .add("VIEW " + view.sql())
                .addIfAny(columns.isEmpty() ? "" : "(" + Names.list(columns) + ")")
                .addIfAny(Parameters.with(shape.parameters))
                .add("AS")
                .line(query)
                .lineIfAny(shape.checkOption == null ? "" : "WITH " + shape.checkOption + " CHECK OPTION")
                .toString();
        boolean silent = comment == null && (replaced == null || replaced.comment == null);
        return silent
                ? List.of(create)
                : List.of(create, CommentOn.of(object(), comment).statements().get(0));
    }

    @Override
    public Inverse inverse() {
        return replacing
                ? Replacement.inverse(object(), replaced == null ? null : replaced.orReplace(this))
                : Creation.super.inverse();
    }
}
