/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Collection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Operations on rows, and SQL of the author's own. */
public interface RowOperations extends Vocabulary {

    /** Runs SQL, one or several statements: Alembic's {@code execute}. Nothing derived undoes it. */
    default void execute(String sql) {
        invoke(Execute.of(sql));
    }

    /**
     * Runs SQL with values in the places of parameters written {@code :name}. They become constants, so that the
     * statement can be printed, too.
     *
     * @param parameters a value for every parameter: a string, number, boolean, UUID, date or time, bytes, a list of
     *     those, an expression by {@link Sql#sql}, or null
     */
    default void execute(String sql, Map<String, ? extends @Nullable Object> parameters) {
        invoke(Execute.of(sql, parameters));
    }

    /** Inserts rows, with no way back: Alembic's {@code bulk_insert}. */
    default void bulkInsert(String table, Rows rows) {
        bulkInsert(table, rows, insert -> insert);
    }

    /** Inserts rows with more to it: {@code insert -> insert.keyColumns("id")}. */
    default void bulkInsert(String table, Rows rows, UnaryOperator<BulkInsert> options) {
        invoke(options.apply(BulkInsert.of(table, rows)));
    }

    /** Inserts rows, each a map from column to value, with no way back. */
    default void bulkInsert(String table, Collection<? extends Map<String, ? extends @Nullable Object>> rows) {
        bulkInsert(table, Rows.of(rows), insert -> insert);
    }

    /** Inserts rows, each a map from column to value, with more to it. */
    default void bulkInsert(
            String table,
            Collection<? extends Map<String, ? extends @Nullable Object>> rows,
            UnaryOperator<BulkInsert> options) {
        bulkInsert(table, Rows.of(rows), options);
    }
}
