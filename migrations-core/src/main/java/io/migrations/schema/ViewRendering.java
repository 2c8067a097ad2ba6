/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.DatabaseObject;
import io.migrations.operation.DropObject;
import io.migrations.operation.ObjectKind;
import java.util.List;

/** Views. One is replaced in place as long as its columns stay what they are; more may come behind them. */
final class ViewRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        return List.of(Rendering.sql(statement("CREATE VIEW ", object)));
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        return List.of(Rendering.change(
                DropObject.of(new DatabaseObject(ObjectKind.VIEW, Naming.name(object.key()), null, null))));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        return List.of(Rendering.sql(statement("CREATE OR REPLACE VIEW ", after)));
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        List<String> old = before.lines("columns");
        List<String> now = after.lines("columns");
        return now.size() >= old.size() && now.subList(0, old.size()).equals(old);
    }

    static String statement(String start, SchemaObject view) {
        List<String> options = view.lines("options");
        return start + Naming.sql(view.key()) + (options.isEmpty() ? "" : " WITH " + Options.list(options)) + " AS\n"
                + view.get("definition").strip();
    }
}
