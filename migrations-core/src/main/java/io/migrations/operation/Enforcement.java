/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Which rows a foreign key, a check or a NOT NULL holds for. */
public enum Enforcement {
    /** All rows. */
    VALID(""),
    /** New rows; those that are there already may break it until it is validated. */
    NOT_VALID("NOT VALID"),
    /** None; it only documents. PostgreSQL 18 and later. */
    NOT_ENFORCED("NOT ENFORCED");

    private final String sql;

    Enforcement(String sql) {
        this.sql = sql;
    }

    /** As SQL; empty where there is nothing to say. */
    public String sql() {
        return sql;
    }
}
