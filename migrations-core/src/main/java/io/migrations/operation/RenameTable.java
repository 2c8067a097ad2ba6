/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;

/**
 * {@code ALTER TABLE ... RENAME TO}: Alembic's {@code rename_table}.
 *
 * @param table the table, as it is called before
 * @param newName what it is called then, in the same schema
 */
public record RenameTable(Name table, String newName) implements Operation {

    public RenameTable {
        Names.require("table", newName);
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE " + table.sql() + " RENAME TO " + Identifiers.quoted(newName));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(new RenameTable(table.sibling(newName), table.simple()));
    }
}
