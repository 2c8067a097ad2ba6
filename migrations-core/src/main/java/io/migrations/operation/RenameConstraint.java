/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;

/**
 * {@code ALTER TABLE ... RENAME CONSTRAINT}, which Alembic has not. The index of a key is renamed with it.
 *
 * @param name as it is called before
 * @param newName as it is called then
 */
public record RenameConstraint(Name table, String name, String newName) implements Operation {

    public RenameConstraint {
        Names.require("constraint", name);
        Names.require("constraint", newName);
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
                .formatted(table.sql(), Identifiers.quoted(name), Identifiers.quoted(newName)));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameConstraint(table, newName, name));
    }
}
