/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.DropMode;
import io.migrations.operation.DropTable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables as a whole, without their parts. */
final class TableRendering implements Rendering {

    @Override
    public List<Change> create(SchemaObject object) {
        throw new IllegalStateException("A table is created with its parts: " + object.key());
    }

    @Override
    public List<Change> drop(SchemaObject object) {
        if (object.has("server")) {
            return List.of(Rendering.sql("DROP FOREIGN TABLE " + Naming.sql(object.key())));
        }
        return List.of(Rendering.change(
                new DropTable(Naming.name(object.key()), DropMode.PLAIN, List.of()),
                "Data loss: the rows of the table %s are gone.".formatted(Naming.name(object.key()))));
    }

    @Override
    public List<Change> alter(SchemaObject before, SchemaObject after) {
        List<String> actions = new ArrayList<>();
        if (before.has("unlogged") != after.has("unlogged")) {
            actions.add(after.has("unlogged") ? "SET UNLOGGED" : "SET LOGGED");
        }
        if (!before.get("access method").equals(after.get("access method"))) {
            actions.add("SET ACCESS METHOD " + after.find("access method").orElse("heap"));
        }
        if (!before.get("tablespace").equals(after.get("tablespace"))) {
            actions.add("SET TABLESPACE " + after.find("tablespace").orElse("pg_default"));
        }
        actions.addAll(Options.changes(before.lines("options"), after.lines("options")));
        actions.addAll(rowSecurity(before, after));
        if (!before.get("of type").equals(after.get("of type"))) {
            actions.add(after.has("of type") ? "OF " + after.get("of type") : "NOT OF");
        }
        String options = Options.foreign(before.lines("server options"), after.lines("server options"));
        if (!options.isEmpty()) {
            actions.add(options);
        }
        return actions.stream().map(action -> altering(after, action)).toList();
    }

    @Override
    public boolean isAlterable(SchemaObject before, SchemaObject after) {
        return List.of("partition key", "server").stream()
                .allMatch(property -> before.get(property).equals(after.get(property)));
    }

    /** What a table has beyond what its definition says. */
    List<Change> beyond(SchemaObject table) {
        List<String> actions = rowSecurity(null, table);
        table.find("of type").ifPresent(type -> actions.add("OF " + type));
        return actions.stream().map(action -> altering(table, action)).toList();
    }

    private static List<String> rowSecurity(@Nullable SchemaObject before, SchemaObject after) {
        List<String> actions = new ArrayList<>();
        boolean was = before != null && before.has("row security");
        boolean wasForced = before != null && before.has("row security forced");
        if (was != after.has("row security")) {
            actions.add((was ? "DISABLE" : "ENABLE") + " ROW LEVEL SECURITY");
        }
        if (wasForced != after.has("row security forced")) {
            actions.add((wasForced ? "NO FORCE" : "FORCE") + " ROW LEVEL SECURITY");
        }
        return actions;
    }

    static Change altering(SchemaObject table, String action, String... remarks) {
        String kind = table.has("server")
                ? "ALTER FOREIGN TABLE "
                : table.key().kind() == SchemaKind.MATERIALIZED_VIEW ? "ALTER MATERIALIZED VIEW " : "ALTER TABLE ";
        return Rendering.sql(kind + Naming.sql(table.key()) + " " + action, remarks);
    }
}
