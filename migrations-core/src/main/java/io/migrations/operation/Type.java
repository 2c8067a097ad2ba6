/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Fragment;

/**
 * The type of a column, a domain or an argument, as SQL. {@link Types} has PostgreSQL's own.
 *
 * @param sql how it is written: {@code numeric(12, 2)}
 */
public record Type(String sql) {

    /**
     * Checks that it stays a part of a statement.
     *
     * @throws InvalidOperationException where it does not
     */
    public Type {
        sql = sql.strip();
        if (sql.isEmpty() || !Fragment.isSelfContained(sql)) {
            throw new InvalidOperationException(
                    "'%s' is no type.".formatted(sql), "Write one, such as numeric(12, 2).");
        }
    }

    /** The type of arrays of it. */
    public Type array() {
        return new Type(sql + "[]");
    }

    @Override
    public String toString() {
        return sql;
    }
}
