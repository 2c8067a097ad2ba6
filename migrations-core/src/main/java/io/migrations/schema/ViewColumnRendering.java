/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a column of a view has beyond what the view gives it; comments and privileges are said elsewhere. */
final class ViewColumnRendering implements Rendering {

    private final Snapshot snapshot;

    /** @param snapshot what there was before */
    ViewColumnRendering(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    @Override
    public List<Change> create(SchemaObject object) {
        return object.has("default") ? set(object, object.find("default")) : List.of();
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        List<Change> changes = new ArrayList<>(object.has("default") ? set(object, Optional.empty()) : List.of());
        changes.addAll(Annotations.changes(object, object.with(Map.of()), false, snapshot));
        return changes;
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return before.get("default").equals(after.get("default")) ? List.of() : set(after, after.find("default"));
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return true;
    }

    private static List<Change> set(SchemaObject column, Optional<String> value) {
        return List.of(Rendering.sql("ALTER VIEW %s ALTER COLUMN %s %s"
                .formatted(
                        Naming.whole(column.key()).sql(),
                        Naming.quoted(column.key()),
                        value.map(it -> "SET DEFAULT " + it).orElse("DROP DEFAULT"))));
    }
}
