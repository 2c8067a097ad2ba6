/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** How long a table lives, and whether it outlives a crash. */
public enum Persistence {
    PERMANENT(""),
    /** Emptied after a crash, and written faster. */
    UNLOGGED("UNLOGGED"),
    /** Gone with the session. */
    TEMPORARY("TEMPORARY");

    private final String sql;

    Persistence(String sql) {
        this.sql = sql;
    }

    /** As SQL; empty where there is nothing to say. */
    public String sql() {
        return sql;
    }
}
