/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;

/**
 * {@code ALTER INDEX ... RENAME TO}, which Alembic has not.
 *
 * @param index the index, as it is called before
 * @param newName what it is called then, in the same schema
 */
public record RenameIndex(Name index, String newName) implements Operation {

    public RenameIndex {
        Names.require("index", newName);
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER INDEX " + index.sql() + " RENAME TO " + Identifiers.quoted(newName));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameIndex(index.sibling(newName), index.simple()));
    }
}
