/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the parentheses of {@code CREATE TABLE}.
 *
 * @param inherits the tables it inherits from
 * @param partitionBy how it is split: {@code RANGE (created_at)}
 * @param method how rows are kept; none for the server's default
 * @param with storage parameters and their constants, as SQL
 * @param onCommit what becomes of a temporary table at the end of a transaction
 * @param tablespace where it lies; none for the default
 */
public record TableLayout(
        List<Name> inherits,
        @Nullable Sql partitionBy,
        @Nullable String method,
        Map<String, String> with,
        @Nullable OnCommit onCommit,
        @Nullable String tablespace) {

    /** A table without any of it. */
    public static final TableLayout PLAIN = new TableLayout(List.of(), null, null, Map.of(), null, null);

    public TableLayout {
        inherits = List.copyOf(inherits);
        with = Parameters.copyOf(with);
        if (method != null) {
            Names.require("table access method", method);
        }
        if (tablespace != null) {
            Names.require("tablespace", tablespace);
        }
    }

    TableLayout inherits(List<Name> parents) {
        return new TableLayout(parents, partitionBy, method, with, onCommit, tablespace);
    }

    TableLayout partitionBy(Sql key) {
        return new TableLayout(inherits, key, method, with, onCommit, tablespace);
    }

    TableLayout using(String other) {
        return new TableLayout(inherits, partitionBy, other, with, onCommit, tablespace);
    }

    TableLayout with(String parameter, Object value) {
        return new TableLayout(
                inherits, partitionBy, method, Parameters.with(with, parameter, value), onCommit, tablespace);
    }

    TableLayout onCommit(OnCommit action) {
        return new TableLayout(inherits, partitionBy, method, with, action, tablespace);
    }

    TableLayout tablespace(String name) {
        return new TableLayout(inherits, partitionBy, method, with, onCommit, name);
    }

    String sql() {
        return Words.join(
                inherits.isEmpty()
                        ? ""
                        : "INHERITS " + inherits.stream().map(Name::sql).collect(Collectors.joining(", ", "(", ")")),
                partitionBy == null ? "" : "PARTITION BY " + partitionBy.text(),
                method == null ? "" : "USING " + Identifiers.quoted(method),
                with.isEmpty() ? "" : "WITH " + Parameters.sql(with),
                onCommit == null ? "" : "ON COMMIT " + onCommit.sql(),
                tablespace == null ? "" : "TABLESPACE " + Identifiers.quoted(tablespace));
    }
}
