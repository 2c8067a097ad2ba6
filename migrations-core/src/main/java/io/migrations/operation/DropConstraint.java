/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE ... DROP CONSTRAINT}: Alembic's {@code drop_constraint}. PostgreSQL needs no type of it.
 *
 * @param original what it was; where it is known, the constraint can be brought back
 */
public record DropConstraint(
        Name table, String name, DropMode mode, @Nullable TableConstraint original) implements Operation {

    public DropConstraint {
        Names.require("constraint", name);
        if (original != null && !name.equals(original.name())) {
            throw new InvalidOperationException(
                    "The constraint '%s' of '%s' is dropped, and its definition is called '%s'."
                            .formatted(name, table, original.name()),
                    "Give both the same name.");
        }
    }

    /** The constraint of that name. */
    public static DropConstraint of(String name, String table) {
        return new DropConstraint(Name.of(table), name, DropMode.PLAIN, null);
    }

    static DropConstraint of(Name table, TableConstraint original, String name) {
        return new DropConstraint(table, name, DropMode.PLAIN, original);
    }

    /** Nothing where it is missing; so nothing undoes it. */
    public DropConstraint ifExists() {
        return new DropConstraint(table, name, mode.tolerant(), original);
    }

    /** With what depends on it, which nobody names; so nothing undoes it. */
    public DropConstraint cascade() {
        return new DropConstraint(table, name, mode.cascading(), original);
    }

    /** What it was, so that it can be brought back; it may do without the name. */
    public DropConstraint original(TableConstraint definition) {
        return new DropConstraint(table, name, mode, ConstraintNames.named(definition, name));
    }

    @Override
    public List<String> statements() {
        return List.of(Words.join(
                "ALTER TABLE", table.sql(), "DROP CONSTRAINT", mode.before(), Identifiers.quoted(name), mode.after()));
    }

    @Override
    public Inverse inverse() {
        if (mode.ifExists()) {
            return Obstacles.mayHaveBeenMissing("The constraint", name);
        }
        if (mode.cascade()) {
            return Obstacles.cascades("The constraint", name);
        }
        return original == null
                ? Obstacles.goneWithoutDefinition("The constraint", name, "give its definition to dropConstraint")
                : Inverse.of(new AddConstraint(table, original));
    }
}
