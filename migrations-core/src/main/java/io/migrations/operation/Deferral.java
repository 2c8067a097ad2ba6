/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** When a constraint is checked: the DEFERRABLE clauses of "CREATE TABLE" in the PostgreSQL documentation. */
public enum Deferral {
    /** After each statement, always. */
    NOT_DEFERRABLE(""),
    /** After each statement, unless {@code SET CONSTRAINTS} puts it off. */
    DEFERRABLE("DEFERRABLE"),
    /** At the end of the transaction. */
    INITIALLY_DEFERRED("DEFERRABLE INITIALLY DEFERRED");

    private final String sql;

    Deferral(String sql) {
        this.sql = sql;
    }

    /** As SQL; empty where there is nothing to say. */
    public String sql() {
        return sql;
    }
}
