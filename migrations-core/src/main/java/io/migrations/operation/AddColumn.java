/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;

/** {@code ALTER TABLE ... ADD COLUMN}: Alembic's {@code add_column}. */
public record AddColumn(Name table, Column column, boolean unlessExists) implements Operation {

    /** Nothing where one of that name is there, whatever it is; so nothing undoes it. */
    public AddColumn ifNotExists() {
        return new AddColumn(table, column, true);
    }

    @Override
    public List<String> statements() {
        var statements = new ArrayList<String>();
        statements.add(Words.join(
                "ALTER TABLE", table.sql(), "ADD COLUMN", Words.when(unlessExists, "IF NOT EXISTS"), column.sql()));
        statements.addAll(column.look().statements(table, column.name()));
        return statements;
    }

    @Override
    public Inverse inverse() {
        return unlessExists
                ? Obstacles.mayHaveBeenThere("The column", column.name())
                : Inverse.of(new DropColumn(table, column.name(), DropMode.PLAIN, List.of(this)));
    }
}
