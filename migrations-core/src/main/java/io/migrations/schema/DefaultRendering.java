/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.AlterColumn;
import io.migrations.operation.ColumnChange.SetDefault;
import io.migrations.operation.Sql;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The defaults of columns; on their own table only, as each child's is an object of its own. */
final class DefaultRendering implements Rendering {

    private final Set<ObjectKey> parents;

    /**
     * For these snapshots.
     *
     * @param parents the tables that have partitions or children, which a change would reach, too
     */
    DefaultRendering(Set<ObjectKey> parents) {
        this.parents = parents;
    }

    @Override
    public List<Change> create(SchemaObject object) {
        return List.of(set(object.key(), new Sql(object.get("expression"))));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(set(object.key(), null));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return create(after);
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return true;
    }

    private Change set(ObjectKey key, @Nullable Sql value) {
        if (parents.contains(Sides.tableOf(key))) {
            return Rendering.sql("ALTER TABLE ONLY %s ALTER COLUMN %s %s"
                    .formatted(
                            Naming.whole(key).sql(),
                            Naming.quoted(key),
                            value == null ? "DROP DEFAULT" : "SET DEFAULT " + value));
        }
        return Rendering.change(
                new AlterColumn(Naming.whole(key), key.name(), List.of(new SetDefault(value)), List.of()));
    }
}
