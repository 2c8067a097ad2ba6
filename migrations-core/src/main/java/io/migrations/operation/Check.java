/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import org.jspecify.annotations.Nullable;

/**
 * {@code CHECK}.
 *
 * @param condition what holds for every row
 * @param isLocal whether tables that inherit from this one are free of it
 */
public record Check(@Nullable String name, Sql condition, boolean isLocal, Enforcement enforcement)
        implements TableConstraint {

    public Check {
        if (name != null) {
            Names.require("constraint", name);
        }
    }

    static Check of(@Nullable String name, String condition) {
        return new Check(name, new Sql(condition), false, Enforcement.VALID);
    }

    /** Not for tables that inherit from this one. */
    public Check noInherit() {
        return new Check(name, condition, true, enforcement);
    }

    /** Not for the rows that are there already, until it is validated. */
    public Check notValid() {
        return new Check(name, condition, isLocal, Enforcement.NOT_VALID);
    }

    /** For no rows; PostgreSQL 18 and later. */
    public Check notEnforced() {
        return new Check(name, condition, isLocal, Enforcement.NOT_ENFORCED);
    }

    @Override
    public String definition() {
        return Words.join("CHECK (" + condition.text() + ")", Words.when(isLocal, "NO INHERIT"), enforcement.sql());
    }
}
