/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;

/**
 * {@code ALTER TABLE ... SET SCHEMA}, which Alembic has not.
 *
 * @param table the table, in the schema it leaves
 * @param newSchema the schema it goes to
 */
public record SetTableSchema(Name table, String newSchema) implements Operation {

    public SetTableSchema {
        Names.require("schema", newSchema);
    }

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE " + table.sql() + " SET SCHEMA " + Identifiers.quoted(newSchema));
    }

    @Override
    public Inverse inverse() {
        return table.schema() == null
                ? Inverse.none(
                        "Which schema the table '%s' leaves is not known; name it with its schema.".formatted(table))
                : Inverse.of(new SetTableSchema(table.in(newSchema), table.schema()));
    }
}
