/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE ... VALIDATE CONSTRAINT}, which Alembic has not: looks at the rows that were there before a
 * constraint that is {@code NOT VALID}. PostgreSQL has no way back but to drop the constraint and add it again.
 *
 * @param original the constraint as it is before, not valid; where it is known, there is a way back
 */
public record ValidateConstraint(
        Name table, String name, @Nullable TableConstraint original) implements Operation {

    public ValidateConstraint {
        Names.require("constraint", name);
    }

    /** The constraint as it is before, not valid; it may do without the name. */
    public ValidateConstraint original(TableConstraint definition) {
        return new ValidateConstraint(table, name, ConstraintNames.named(definition, name));
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE " + table.sql() + " VALIDATE CONSTRAINT " + Identifiers.quoted(name));
    }

    @Override
    public Inverse inverse() {
        return original == null
                ? Inverse.none(("PostgreSQL can't make the constraint '%s' not valid again;"
                                + " give its definition to validateConstraint, so that it is dropped and added.")
                        .formatted(name))
                : Inverse.of(DropConstraint.of(table, original, name), new AddConstraint(table, original));
    }
}
