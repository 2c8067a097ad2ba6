/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Column;
import io.migrations.operation.ColumnContent;
import io.migrations.operation.ColumnLook;
import io.migrations.operation.Enforcement;
import io.migrations.operation.Generated;
import io.migrations.operation.Name;
import io.migrations.operation.NotNull;
import io.migrations.operation.Sql;
import io.migrations.operation.Storage;
import io.migrations.operation.Type;
import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Columns as definitions. */
final class Columns {

    private Columns() {}

    /**
     * A column as a definition says it.
     *
     * @param defaultValue its default, where that is said with it
     * @param withIdentity whether it brings its own numbering; a partition has that of its parent
     */
    static Column definition(SchemaObject column, @Nullable SchemaObject defaultValue, boolean withIdentity) {
        boolean isPlainNotNull = column.has("not null")
                && !column.has("not null constraint")
                && !column.has("not null no inherit")
                && !column.has("not null valid");
        return new Column(
                column.key().name(),
                new Type(column.get("type")),
                !isPlainNotNull,
                content(column, defaultValue, withIdentity),
                column.find("collation").map(QuotedName::qualified).orElse(null),
                new ColumnLook(
                        null,
                        column.find("compression").orElse(null),
                        column.find("comment").orElse(null)),
                isPlainNotNull || !isSaidWhole(column) ? List.of() : List.of(namedNotNull(column)));
    }

    /** Whether a definition can say all of NOT NULL; that rows are not looked at cannot be said of a new column. */
    private static boolean isSaidWhole(SchemaObject column) {
        return column.has("not null") && !column.has("not null valid");
    }

    private static NotNull namedNotNull(SchemaObject column) {
        return new NotNull(
                column.find("not null constraint").map(QuotedName::first).orElse(null),
                column.key().name(),
                column.has("not null no inherit"),
                Enforcement.VALID);
    }

    private static @Nullable ColumnContent content(
            SchemaObject column, @Nullable SchemaObject defaultValue, boolean withIdentity) {
        if (column.has("generated")) {
            boolean stored = column.get("generated").equals("stored");
            return new ColumnContent(null, null, new Generated(new Sql(column.get("expression")), stored));
        }
        if (column.has("identity")) {
            return withIdentity ? new ColumnContent(null, SequenceOptions.identity(column), null) : null;
        }
        return defaultValue == null ? null : new ColumnContent(new Sql(defaultValue.get("expression")), null, null);
    }

    /** What cannot be said in a definition, from what it is where nothing is said. */
    static List<Change> beyond(SchemaObject column) {
        Map<String, String> said = new TreeMap<>(column.properties());
        said.keySet().removeIf(property -> !property.startsWith("not null") || !isSaidWhole(column));
        return settings(column.with(said), column);
    }

    /** Storage, statistics, options: what no value depends on. */
    static List<Change> settings(SchemaObject before, SchemaObject after) {
        List<Change> changes = new ArrayList<>();
        if (!before.get("storage").equals(after.get("storage"))) {
            String storage = after.find("storage")
                    .map(name -> Storage.valueOf(name.toUpperCase(Locale.ROOT)).toString())
                    .orElse(after.fact("type storage").isEmpty() ? "DEFAULT" : after.fact("type storage"));
            changes.add(altering(after, "SET STORAGE " + storage.toUpperCase(Locale.ROOT)));
        }
        if (!before.get("statistics target").equals(after.get("statistics target"))) {
            changes.add(altering(
                    after, "SET STATISTICS " + after.find("statistics target").orElse("-1")));
        }
        if (!before.get("compression").equals(after.get("compression")) && before.has("type")) {
            changes.add(altering(
                    after, "SET COMPRESSION " + after.find("compression").orElse("default")));
        }
        Options.changes(before.lines("options"), after.lines("options"))
                .forEach(action -> changes.add(altering(after, action)));
        String foreign = Options.foreign(before.lines("server options"), after.lines("server options"));
        if (!foreign.isEmpty()) {
            changes.add(Rendering.sql("ALTER FOREIGN TABLE %s ALTER COLUMN %s %s"
                    .formatted(Naming.whole(after.key()).sql(), Naming.quoted(after.key()), foreign)));
        }
        changes.addAll(notNull(before, after));
        String old = sequenceName(before);
        String now = sequenceName(after);
        if (after.has("identity") && !old.equals(now)) {
            changes.add(Rendering.sql("ALTER SEQUENCE " + old + " RENAME TO "
                    + Identifiers.quoted(QuotedName.qualified(now).simple())));
        }
        return changes;
    }

    /** What PostgreSQL 18 knows of NOT NULL besides. */
    private static List<Change> notNull(SchemaObject before, SchemaObject after) {
        List<Change> changes = new ArrayList<>();
        String table = Naming.whole(after.key()).sql();
        boolean special =
                after.has("not null constraint") || after.has("not null no inherit") || after.has("not null valid");
        if (!before.has("not null") && special) {
            changes.add(Rendering.sql("ALTER TABLE %s ADD CONSTRAINT %s NOT NULL %s%s%s"
                    .formatted(
                            table,
                            notNullName(after),
                            Identifiers.quoted(after.key().name()),
                            after.has("not null no inherit") ? " NO INHERIT" : "",
                            after.has("not null valid") ? " NOT VALID" : "")));
            return changes;
        }
        if (!before.has("not null") || !after.has("not null")) {
            return changes;
        }
        if (!notNullName(before).equals(notNullName(after))) {
            changes.add(Rendering.sql("ALTER TABLE %s RENAME CONSTRAINT %s TO %s"
                    .formatted(table, notNullName(before), notNullName(after))));
        }
        if (before.has("not null valid") && !after.has("not null valid")) {
            changes.add(Rendering.sql("ALTER TABLE " + table + " VALIDATE CONSTRAINT " + notNullName(after)));
        }
        if (before.has("not null no inherit") != after.has("not null no inherit")) {
            changes.add(Rendering.sql("ALTER TABLE %s ALTER CONSTRAINT %s %s"
                    .formatted(
                            table, notNullName(after), after.has("not null no inherit") ? "NO INHERIT" : "INHERIT")));
        }
        return changes;
    }

    private static String sequenceName(SchemaObject column) {
        return column.find("identity sequence")
                .orElseGet(() -> new Name(column.key().schema(), OrdinaryNames.of(column.key(), "seq")).sql());
    }

    private static String notNullName(SchemaObject column) {
        ObjectKey key = column.key();
        return column.find("not null constraint").orElse(Identifiers.quoted(OrdinaryNames.of(key, "not_null")));
    }

    /** One action on a column, on its own table only. */
    static Change altering(SchemaObject column, String action, String... remarks) {
        return Rendering.sql(
                "ALTER TABLE " + Naming.whole(column.key()).sql() + " ALTER COLUMN " + Naming.quoted(column.key()) + " "
                        + action,
                remarks);
    }
}
