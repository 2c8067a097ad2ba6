/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE ... ADD CONSTRAINT}: Alembic's {@code create_primary_key}, {@code create_unique_constraint},
 * {@code create_foreign_key}, {@code create_check_constraint} and {@code create_exclude_constraint}.
 */
public record AddConstraint(Name table, TableConstraint constraint) implements Operation {

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE " + table.sql() + " ADD " + constraint.sql());
    }

    @Override
    public Inverse inverse() {
        String name = constraint.name();
        if (name == null) {
            return Inverse.none("The constraint on '%s' gets a name from PostgreSQL that nobody knows; give it one."
                    .formatted(table));
        }
        ExistingIndex index = index(constraint);
        if (index != null && index.definition() == null) {
            return Inverse.none(("The index '%s' goes with the constraint '%s' that took it over;"
                            + " give its definition to usingIndex.")
                    .formatted(index.name(), name));
        }
        var back = new ArrayList<Operation>();
        back.add(DropConstraint.of(table, constraint, name));
        if (index != null && index.definition() != null) {
            back.add(index.definition());
        }
        if (constraint instanceof PrimaryKey key) {
            key.existingNullable()
                    .forEach(column -> back.add(AlterColumn.of(table, column).nullable(true)));
        }
        return new Inverse(back, null);
    }

    private static @Nullable ExistingIndex index(TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.index();
        }
        return constraint instanceof Unique unique ? unique.index() : null;
    }
}
