/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code DROP TABLE}: Alembic's {@code drop_table}. Its rows are gone.
 *
 * @param original what brings it back, with what goes along with it, such as its indexes; empty where nobody knows
 */
public record DropTable(Name table, DropMode mode, List<Operation> original) implements Operation {

    public DropTable {
        original = List.copyOf(original);
    }

    /** The table of that name. */
    public static DropTable of(String table) {
        return new DropTable(Name.of(table), DropMode.PLAIN, List.of());
    }

    /** Nothing where it is missing; so nothing undoes it. */
    public DropTable ifExists() {
        return new DropTable(table, mode.tolerant(), original);
    }

    /** With what depends on it, such as views and foreign keys; nobody knows what that was, so nothing undoes it. */
    public DropTable cascade() {
        return new DropTable(table, mode.cascading(), original);
    }

    /**
     * What it was, so that it can be brought back.
     *
     * @param alongside what goes with it, such as its indexes
     */
    public DropTable original(CreateTable definition, Operation... alongside) {
        if (!definition.table().equals(table)) {
            throw new InvalidOperationException(
                    "The table '%s' is dropped, and its definition is called '%s'."
                            .formatted(table, definition.table()),
                    "Give both the same name.");
        }
        var back = new ArrayList<Operation>();
        back.add(definition);
        back.addAll(List.of(alongside));
        return new DropTable(table, mode, back);
    }

    @Override
    public List<String> statements() {
        return List.of(Words.join("DROP TABLE", mode.before(), table.sql(), mode.after()));
    }

    @Override
    public Inverse inverse() {
        if (mode.ifExists()) {
            return Obstacles.mayHaveBeenMissing("The table", table);
        }
        if (mode.cascade()) {
            return Obstacles.cascades("The table", table);
        }
        return original.isEmpty()
                ? Obstacles.goneWithoutDefinition("The table", table, "give its definition to dropTable")
                : new Inverse(original, null);
    }
}
