/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.DatabaseObject;
import io.migrations.operation.DropObject;
import io.migrations.operation.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** Materialized views; with another query one is made anew, indexes and all. */
final class MaterializedViewRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        String name = Naming.sql(object.key());
        String method = object.find("access method").map(it -> " USING " + it).orElse("");
        List<String> options = object.lines("options");
        String with = options.isEmpty() ? "" : " WITH " + Options.list(options);
        String space = object.find("tablespace").map(it -> " TABLESPACE " + it).orElse("");
        String data = object.has("unpopulated") ? "\nWITH NO DATA" : "";
        List<Change> changes = new ArrayList<>();
        changes.add(Rendering.sql("CREATE MATERIALIZED VIEW " + name + method + with + space + " AS\n"
                + object.get("definition").strip() + data));
        return changes;
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.change(DropObject.of(
                new DatabaseObject(ObjectKind.MATERIALIZED_VIEW, Naming.name(object.key()), null, null))));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        String alter = "ALTER MATERIALIZED VIEW " + Naming.sql(after.key()) + " ";
        List<Change> changes = new ArrayList<>();
        Options.changes(before.lines("options"), after.lines("options"))
                .forEach(action -> changes.add(Rendering.sql(alter + action)));
        if (!before.get("tablespace").equals(after.get("tablespace"))) {
            changes.add(Rendering.sql(
                    alter + "SET TABLESPACE " + after.find("tablespace").orElse("pg_default")));
        }
        if (before.has("unpopulated") != after.has("unpopulated")) {
            changes.add(Rendering.sql("REFRESH MATERIALIZED VIEW " + Naming.sql(after.key())
                    + (after.has("unpopulated") ? " WITH NO DATA" : "")));
        }
        return changes;
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return List.of("definition", "columns", "access method").stream()
                .allMatch(property -> before.get(property).equals(after.get(property)));
    }
}
