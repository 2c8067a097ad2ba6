/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.AddEnumValue;
import io.migrations.operation.CreateEnum;
import io.migrations.operation.DropObject;
import java.util.ArrayList;
import java.util.List;

/** Enums. Values can be added to one in place; whatever else changes makes it anew. */
final class EnumRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        return List.of(Rendering.change(creation(object)));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.change(DropObject.of(creation(object))));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        List<String> old = before.lines("values");
        List<String> values = after.lines("values");
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            if (!old.contains(value)) {
                AddEnumValue last = new AddEnumValue(Naming.name(after.key()), value, null, null, false);
                boolean isLast = values.subList(i, values.size()).stream().noneMatch(old::contains);
                changes.add(Rendering.change(
                        isLast ? last : i == 0 ? last.before(old.get(0)) : last.after(values.get(i - 1))));
            }
        }
        return changes;
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        List<String> kept = new ArrayList<>(after.lines("values"));
        kept.retainAll(before.lines("values"));
        return kept.equals(before.lines("values"));
    }

    /** The values that one has and the other had not. */
    static List<String> added(SchemaObject before, SchemaObject after) {
        List<String> added = new ArrayList<>(after.lines("values"));
        added.removeAll(before.lines("values"));
        return added;
    }

    /** The values that one had and the other has not. */
    static List<String> lost(SchemaObject before, SchemaObject after) {
        List<String> lost = new ArrayList<>(before.lines("values"));
        lost.removeAll(after.lines("values"));
        return lost;
    }

    private static CreateEnum creation(SchemaObject object) {
        return new CreateEnum(Naming.name(object.key()), object.lines("values"));
    }
}
