/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** What becomes of a temporary table at the end of a transaction. */
public enum OnCommit {
    PRESERVE_ROWS("PRESERVE ROWS"),
    DELETE_ROWS("DELETE ROWS"),
    DROP("DROP");

    private final String sql;

    OnCommit(String sql) {
        this.sql = sql;
    }

    /** As SQL. */
    public String sql() {
        return sql;
    }
}
