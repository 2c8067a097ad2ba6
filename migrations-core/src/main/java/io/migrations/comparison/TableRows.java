/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.schema.ObjectKey;
import io.migrations.schema.SchemaKind;
import io.migrations.schema.SchemaObject;
import io.migrations.schema.Snapshot;
import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The rows of a database's tables, each as a text: how often it is there.
 *
 * @param tables of each table that has some, the rows
 */
record TableRows(Map<ObjectKey, Map<String, Integer>> tables) {

    private static final int SHOWN = 3;
    private static final int LONGEST = 200;

    /** The columns of each table that has rows of its own. */
    static Map<ObjectKey, List<String>> columns(Snapshot snapshot) {
        Map<ObjectKey, List<String>> columns = new TreeMap<>();
        for (SchemaObject table : snapshot.of(SchemaKind.TABLE)) {
            if (!table.has("partition key") && !table.has("server")) {
                columns.put(table.key(), new ArrayList<>());
            }
        }
        for (SchemaObject column : snapshot.of(SchemaKind.COLUMN)) {
            ObjectKey table = ObjectKey.in(
                    column.key().schema(), SchemaKind.TABLE, column.key().of());
            List<String> names = columns.get(table);
            if (names != null) {
                names.add(column.key().name());
            }
        }
        return columns;
    }

    /** What two databases have in common of tables and columns. */
    static Map<ObjectKey, List<String>> common(Map<ObjectKey, List<String>> left, Map<ObjectKey, List<String>> right) {
        Map<ObjectKey, List<String>> common = new TreeMap<>();
        left.forEach((table, names) -> {
            List<String> others = right.getOrDefault(table, List.of());
            List<String> both = names.stream().filter(others::contains).toList();
            if (!both.isEmpty()) {
                common.put(table, both);
            }
        });
        return common;
    }

    static TableRows read(DataSource database, Map<ObjectKey, List<String>> columns) {
        Map<ObjectKey, Map<String, Integer>> tables = new TreeMap<>();
        try (ScratchSession session = ScratchSession.open(database)) {
            Set<String> filled =
                    Set.copyOf(session.jdbc().sql("""
                            SELECT n.nspname || '.' || relname FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
                             WHERE relkind = 'r' AND pg_relation_size(c.oid) > 0 AND nspname NOT LIKE 'pg\\_%'""").query(String.class).list());
            columns.forEach((table, names) -> {
                if (!names.isEmpty() && filled.contains(table.schema() + "." + table.name())) {
                    tables.put(table, rows(session, table, names));
                }
            });
        }
        return new TableRows(tables);
    }

    private static Map<String, Integer> rows(ScratchSession session, ObjectKey table, List<String> names) {
        Map<String, Integer> rows = new HashMap<>();
        session.jdbc()
                .sql("SELECT ROW(%s)::text FROM ONLY %s.%s"
                        .formatted(
                                names.stream().map(Identifiers::quoted).collect(Collectors.joining(", ")),
                                Identifiers.quoted(table.schema()),
                                Identifiers.quoted(table.name())))
                .query(row -> {
                    rows.merge(row.getString(1), 1, Integer::sum);
                });
        return rows;
    }

    /** What is not the same after as it is here, for people; empty where all is. */
    String differences(TableRows after) {
        List<String> lines = new ArrayList<>();
        Map<ObjectKey, Map<String, Integer>> all = new TreeMap<>(tables);
        after.tables.forEach(all::putIfAbsent);
        for (ObjectKey table : all.keySet()) {
            Map<String, Integer> then = tables.getOrDefault(table, Map.of());
            Map<String, Integer> now = after.tables.getOrDefault(table, Map.of());
            List<String> lost = missing(then, now);
            List<String> more = missing(now, then);
            if (!lost.isEmpty() || !more.isEmpty()) {
                lines.add("%s: %s"
                        .formatted(
                                table,
                                Stream.of(count(lost, "lost or changed"), count(more, "new"))
                                        .filter(part -> !part.isEmpty())
                                        .collect(Collectors.joining(", "))));
                shown(lines, "- ", lost);
                shown(lines, "+ ", more);
            }
        }
        return String.join("\n", lines);
    }

    private static String count(List<String> rows, String what) {
        return switch (rows.size()) {
            case 0 -> "";
            case 1 -> "1 row " + what;
            default -> "%d rows %s".formatted(rows.size(), what);
        };
    }

    private static void shown(List<String> lines, String mark, List<String> rows) {
        rows.stream()
                .limit(SHOWN)
                .forEach(row ->
                        lines.add("  " + mark + (row.length() > LONGEST ? row.substring(0, LONGEST) + "…" : row)));
        if (rows.size() > SHOWN) {
            lines.add("  %s… and %d more".formatted(mark, rows.size() - SHOWN));
        }
    }

    private static List<String> missing(Map<String, Integer> from, Map<String, Integer> in) {
        List<String> missing = new ArrayList<>();
        new TreeMap<>(from).forEach((row, times) -> {
            for (int i = in.getOrDefault(row, 0); i < times; i++) {
                missing.add(row);
            }
        });
        return missing;
    }
}
