/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE MATERIALIZED VIEW}, with its comment. Its indexes are operations of their own.
 *
 * @param columns the names of its columns; none for those of the query
 * @param query one statement, as it is written; comments in it stay
 * @param storage where and how it is kept
 * @param unfilled whether it cannot be read before it is refreshed ({@code WITH NO DATA})
 * @param comment what it is for
 * @param tolerant whether it is no fault that there is one already ({@code IF NOT EXISTS})
 */
public record CreateMaterializedView(
        Name view,
        List<String> columns,
        String query,
        Storage storage,
        boolean unfilled,
        @Nullable String comment,
        boolean tolerant)
        implements Creation {

    /**
     * Where and how it is kept.
     *
     * @param method its access method; none for the server's default
     * @param parameters storage parameters
     * @param tablespace its tablespace; none for the database's
     */
    public record Storage(
            @Nullable String method,
            Map<String, String> parameters,
            @Nullable String tablespace) {

        /** As the server sees fit. */
        public static final Storage PLAIN = new Storage(null, Map.of(), null);

        public Storage {
            parameters = Parameters.copyOf(parameters);
        }
    }

    /** Checks the query. */
    public CreateMaterializedView {
        columns = Names.require("column", columns);
        query = Query.require("the materialized view '" + view + "'", query);
    }

    public static CreateMaterializedView of(String view, String query) {
        return new CreateMaterializedView(Name.of(view), List.of(), query, Storage.PLAIN, false, null, false);
    }

    /** The names of its columns, instead of those of the query. */
    public CreateMaterializedView columns(String... names) {
        return new CreateMaterializedView(view, List.of(names), query, storage, unfilled, comment, tolerant);
    }

    /** {@code USING}: its access method. */
    public CreateMaterializedView using(String method) {
        return stored(new Storage(method, storage.parameters, storage.tablespace));
    }

    /** {@code WITH (name = value)}: a storage parameter. */
    public CreateMaterializedView with(String parameter, Object value) {
        return stored(
                new Storage(storage.method, Parameters.with(storage.parameters, parameter, value), storage.tablespace));
    }

    /** {@code TABLESPACE}. */
    public CreateMaterializedView tablespace(String name) {
        return stored(new Storage(storage.method, storage.parameters, name));
    }

    /** {@code WITH NO DATA}: it cannot be read before it is refreshed. */
    public CreateMaterializedView withNoData() {
        return new CreateMaterializedView(view, columns, query, storage, true, comment, tolerant);
    }

    /** What it is for: {@code COMMENT ON MATERIALIZED VIEW}. */
    public CreateMaterializedView comment(String text) {
        return new CreateMaterializedView(view, columns, query, storage, unfilled, text, tolerant);
    }

    /** {@code IF NOT EXISTS}. Leaves no inverse. */
    public CreateMaterializedView ifNotExists() {
        return new CreateMaterializedView(view, columns, query, storage, unfilled, comment, true);
    }

    private CreateMaterializedView stored(Storage other) {
        return new CreateMaterializedView(view, columns, query, other, unfilled, comment, tolerant);
    }

    @Override
    public DatabaseObject object() {
        return new DatabaseObject(ObjectKind.MATERIALIZED_VIEW, view, null, null);
    }

    @Override
    public List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add(Phrase.of("CREATE MATERIALIZED VIEW")
                .addIf(tolerant, "IF NOT EXISTS")
                .add(view.sql())
                .addIfAny(columns.isEmpty() ? "" : "(" + Names.list(columns) + ")")
                .addIfGiven("USING", storage.method == null ? null : Identifiers.quoted(storage.method))
                .addIfAny(Parameters.with(storage.parameters))
                .addIfGiven("TABLESPACE", storage.tablespace == null ? null : Identifiers.quoted(storage.tablespace))
                .add("AS")
                .line(query)
                .lineIfAny(unfilled ? "WITH NO DATA" : "")
                .toString());
        if (comment != null) {
            statements.addAll(CommentOn.of(object(), comment).statements());
        }
        return statements;
    }
}
