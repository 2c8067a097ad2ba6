/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an index has besides its keys, be it one of its own or that of a constraint: {@code index_parameters} of "CREATE
 * TABLE" in the PostgreSQL documentation.
 *
 * @param include columns it carries without ordering by them
 * @param with storage parameters and their constants, as SQL
 * @param tablespace where it lies; none for the default
 */
public record IndexParameters(
        List<String> include,
        Map<String, String> with,
        @Nullable String tablespace) {

    /** An index without any. */
    public static final IndexParameters NONE = new IndexParameters(List.of(), Map.of(), null);

    public IndexParameters {
        include = Names.require("column", include);
        with = Parameters.copyOf(with);
        if (tablespace != null) {
            Names.require("tablespace", tablespace);
        }
    }

    IndexParameters include(List<String> columns) {
        return new IndexParameters(columns, with, tablespace);
    }

    IndexParameters with(String parameter, Object value) {
        return new IndexParameters(include, Parameters.with(with, parameter, value), tablespace);
    }

    IndexParameters tablespace(String name) {
        return new IndexParameters(include, with, name);
    }

    String includeSql() {
        return include.isEmpty() ? "" : "INCLUDE (" + Names.list(include) + ")";
    }

    String withSql() {
        return with.isEmpty() ? "" : "WITH " + Parameters.sql(with);
    }

    String tablespaceSql() {
        return tablespace == null ? "" : "TABLESPACE " + Identifiers.quoted(tablespace);
    }

    /** As a constraint has them. */
    String sql() {
        return Words.join(includeSql(), withSql(), tablespace == null ? "" : "USING INDEX " + tablespaceSql());
    }
}
