/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** What becomes of referring rows when the row they refer to goes or gets another key. */
public enum ReferentialAction {
    NO_ACTION("NO ACTION"),
    RESTRICT("RESTRICT"),
    CASCADE("CASCADE"),
    SET_NULL("SET NULL"),
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** As SQL. */
    public String sql() {
        return sql;
    }
}
