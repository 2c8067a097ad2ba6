/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;

/** Triggers. They are turned on and off in place. */
final class TriggerRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        List<Change> changes = new ArrayList<>();
        changes.add(Rendering.sql(object.get("definition")));
        if (object.has("enabled")) {
            changes.add(enabled(object));
        }
        return changes;
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.sql("DROP " + Naming.target(object.key())));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return before.get("enabled").equals(after.get("enabled")) ? List.of() : List.of(enabled(after));
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return before.get("definition").equals(after.get("definition"));
    }

    private static Change enabled(SchemaObject trigger) {
        return Rendering.sql("ALTER TABLE " + Naming.whole(trigger.key()).sql() + " "
                + DefinedRendering.enabling(trigger) + " " + Naming.quoted(trigger.key()));
    }
}
