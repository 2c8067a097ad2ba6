/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * {@code NOT NULL} as a constraint with a name, which it has since PostgreSQL 18. To older servers it is a property of the
 * column: {@link Column#notNull()}.
 *
 * @param isLocal whether tables that inherit from this one are free of it
 */
public record NotNull(@Nullable String name, String column, boolean isLocal, Enforcement enforcement)
        implements TableConstraint {

    public NotNull {
        if (name != null) {
            Names.require("constraint", name);
        }
        Names.require("column", column);
    }

    /** A column that is never null. */
    public static NotNull of(@Nullable String name, String column) {
        return new NotNull(name, column, false, Enforcement.VALID);
    }

    /** Not for tables that inherit from this one. */
    public NotNull noInherit() {
        return new NotNull(name, column, true, enforcement);
    }

    /** Not for the rows that are there already, until it is validated. */
    public NotNull notValid() {
        return new NotNull(name, column, isLocal, Enforcement.NOT_VALID);
    }

    @Override
    public String definition() {
        return Words.join("NOT NULL", Identifiers.quoted(column), Words.when(isLocal, "NO INHERIT"), enforcement.sql());
    }

    @Override
    public String columnDefinition() {
        return Words.join("NOT NULL", Words.when(isLocal, "NO INHERIT"), enforcement.sql());
    }
}
