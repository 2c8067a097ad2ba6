/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.AddColumn;
import io.migrations.operation.Column;
import io.migrations.operation.DropColumn;
import io.migrations.operation.DropMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Columns that come to and go from tables that stay. */
final class ColumnRendering implements Rendering {

    private final Sides sides;

    ColumnRendering(Sides sides) {
        this.sides = sides;
    }

    @Override
    public List<Change> create(SchemaObject object) {
        return create(object, null);
    }

    /** A new column, with a default that the rows that are there get, too. */
    static List<Change> create(SchemaObject object, @Nullable SchemaObject defaultValue) {
        Column column = Columns.definition(object, defaultValue, true);
        List<Change> changes = new ArrayList<>();
        boolean mayFail = !column.nullable() && column.content() == null;
        changes.add(
                mayFail
                        ? Rendering.change(
                                new AddColumn(Naming.whole(object.key()), column, false),
                                "Fails while the table has rows: the new column %s is NOT NULL and has no default."
                                        .formatted(column.name()))
                        : Rendering.change(new AddColumn(Naming.whole(object.key()), column, false)));
        changes.addAll(Columns.beyond(object));
        return changes;
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        if (sides.isLeftToChildren(object.key())) {
            return List.of(Rendering.sql(
                    "ALTER TABLE ONLY %s DROP COLUMN %s"
                            .formatted(Naming.whole(object.key()).sql(), Naming.quoted(object.key())),
                    loss(object)));
        }
        DropColumn drop =
                new DropColumn(Naming.whole(object.key()), object.key().name(), DropMode.PLAIN, List.of());
        return List.of(object.has("generated") ? Rendering.change(drop) : Rendering.change(drop, loss(object)));
    }

    private static String loss(SchemaObject column) {
        return "Data loss: the values of the column %s.%s are gone."
                .formatted(Naming.whole(column.key()), column.key().name());
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        throw new IllegalStateException("A column is altered by its own class: " + after.key());
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        String old = before.get("generated");
        String now = after.get("generated");
        if (old.isEmpty() && now.isEmpty()) {
            return true;
        }
        if (now.isEmpty()) {
            return old.equals("stored");
        }
        boolean sameExpression = before.get("expression").equals(after.get("expression"));
        return old.equals(now)
                && (sameExpression || (sides.to().majorVersion() >= 17 && !ColumnTypes.differ(before, after)));
    }
}
