/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.CreateExtension;
import io.migrations.operation.CreateSchema;
import io.migrations.operation.DropObject;
import io.migrations.operation.UpdateExtension;
import java.util.ArrayList;
import java.util.List;

/** Schemas and extensions. */
final class SchemaRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        String name = object.key().name();
        if (object.key().kind() == SchemaKind.SCHEMA) {
            return List.of(Rendering.change(new CreateSchema(name, null, false)));
        }
        String schema = QuotedName.first(object.get("schema"));
        CreateExtension plain = CreateExtension.of(name);
        return List.of(Rendering.change(schema.equals("public") ? plain : plain.schema(schema)));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(
                object.key().kind() == SchemaKind.SCHEMA
                        ? Rendering.change(
                                DropObject.of(new CreateSchema(object.key().name(), null, false)))
                        : Rendering.change(
                                DropObject.of(CreateExtension.of(object.key().name()))));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        List<Change> changes = new ArrayList<>();
        String name = Naming.sql(after.key());
        if (!before.get("schema").equals(after.get("schema"))) {
            changes.add(Rendering.sql("ALTER EXTENSION " + name + " SET SCHEMA " + after.get("schema")));
        }
        if (!before.get("version").equals(after.get("version"))) {
            changes.add(Rendering.change(new UpdateExtension(after.key().name(), after.get("version"))));
        }
        return changes;
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return true;
    }
}
