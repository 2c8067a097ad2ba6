/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/**
 * {@code GENERATED ALWAYS AS (...)}: a column that is computed. Alembic's {@code Computed}.
 *
 * @param stored whether it is computed when written; else when read, on PostgreSQL 18 and later
 */
public record Generated(Sql expression, boolean stored) {

    /** As SQL in a definition. */
    public String sql() {
        return "GENERATED ALWAYS AS (" + expression.text() + ") " + (stored ? "STORED" : "VIRTUAL");
    }
}
