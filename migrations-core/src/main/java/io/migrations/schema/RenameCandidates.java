/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What has gone and what has come that look alike, so that it may be one thing that was renamed. They are to be asked about. */
public final class RenameCandidates {

    private static final List<SchemaKind> WHOLE =
            List.of(SchemaKind.ENUM, SchemaKind.DOMAIN, SchemaKind.COMPOSITE, SchemaKind.SEQUENCE);

    private final Snapshot from;
    private final Snapshot to;

    private RenameCandidates(Snapshot from, Snapshot to) {
        this.from = from;
        this.to = to;
    }

    /** The candidates, schemas first, then tables and types, then columns. None is about something that another is about. */
    public static List<Rename> between(Snapshot from, Snapshot to) {
        var candidates = new RenameCandidates(from, to);
        List<Rename> renames = new ArrayList<>();
        renames.addAll(candidates.schemas());
        if (renames.isEmpty()) {
            renames.addAll(candidates.tables());
            WHOLE.forEach(kind -> renames.addAll(candidates.alike(kind)));
        }
        renames.addAll(candidates.columns());
        renames.addAll(candidates.values());
        return renames;
    }

    private List<SchemaObject> gone(SchemaKind kind) {
        return from.of(kind).stream().filter(object -> !to.has(object.key())).toList();
    }

    private List<SchemaObject> come(SchemaKind kind) {
        return to.of(kind).stream().filter(object -> !from.has(object.key())).toList();
    }

    private List<Rename> schemas() {
        return paired(
                gone(SchemaKind.SCHEMA),
                come(SchemaKind.SCHEMA),
                (old, now) ->
                        !contents(from, old).isEmpty() && contents(from, old).equals(contents(to, now)));
    }

    private static Set<String> contents(Snapshot snapshot, SchemaObject schema) {
        return snapshot.objects().keySet().stream()
                .filter(key -> key.schema().equals(schema.key().name()))
                .map(key -> key.kind() + " " + key.of() + " " + key.name())
                .collect(Collectors.toSet());
    }

    private List<Rename> tables() {
        return paired(gone(SchemaKind.TABLE), come(SchemaKind.TABLE), (old, now) -> {
            Map<String, String> before = columns(from, old);
            Map<String, String> after = columns(to, now);
            long common = before.entrySet().stream()
                    .filter(column -> Objects.equals(after.get(column.getKey()), column.getValue()))
                    .count();
            return old.key().schema().equals(now.key().schema())
                    && common > 0
                    && common * 2 >= Math.max(before.size(), after.size());
        });
    }

    private static Map<String, String> columns(Snapshot snapshot, SchemaObject table) {
        return snapshot.parts(table.key(), SchemaKind.COLUMN).stream()
                .collect(Collectors.toMap(column -> column.key().name(), column -> column.get("type")));
    }

    private List<Rename> alike(SchemaKind kind) {
        return paired(
                gone(kind),
                come(kind),
                (old, now) -> old.key().schema().equals(now.key().schema())
                        && !old.has("owned by")
                        && old.properties().equals(now.properties()));
    }

    private List<Rename> columns() {
        Map<ObjectKey, List<SchemaObject>> gone = byTable(gone(SchemaKind.COLUMN));
        Map<ObjectKey, List<SchemaObject>> come = byTable(come(SchemaKind.COLUMN));
        List<Rename> renames = new ArrayList<>();
        gone.forEach((table, old) -> {
            if (from.has(table) && to.has(table)) {
                renames.addAll(paired(old, come.getOrDefault(table, List.of()), this::areAlike));
            }
        });
        return renames;
    }

    private boolean areAlike(SchemaObject old, SchemaObject now) {
        return old.get("type").equals(now.get("type"))
                && old.get("not null").equals(now.get("not null"))
                && old.get("identity").equals(now.get("identity"))
                && old.get("generated").equals(now.get("generated"))
                && old.fact("inherited").isEmpty();
    }

    private static Map<ObjectKey, List<SchemaObject>> byTable(List<SchemaObject> columns) {
        return columns.stream()
                .sorted(Comparator.comparingInt(SchemaObject::position))
                .collect(Collectors.groupingBy(
                        column -> Sides.tableOf(column.key()), TreeMap::new, Collectors.toList()));
    }

    private List<Rename> values() {
        List<Rename> renames = new ArrayList<>();
        for (SchemaObject old : from.of(SchemaKind.ENUM)) {
            List<String> before = old.lines("values");
            List<String> after =
                    to.find(old.key()).map(now -> now.lines("values")).orElse(List.of());
            for (int i = 0; i < before.size() && before.size() == after.size(); i++) {
                if (!after.contains(before.get(i)) && !before.contains(after.get(i))) {
                    renames.add(new Rename(old.key(), before.get(i), after.get(i)));
                }
            }
        }
        return renames;
    }

    private interface Likeness {
        boolean between(SchemaObject old, SchemaObject now);
    }

    /** Each of the old with the first of the new that is like it and not taken yet. */
    private static List<Rename> paired(List<SchemaObject> gone, List<SchemaObject> come, Likeness likeness) {
        Map<ObjectKey, ObjectKey> taken = new HashMap<>();
        List<Rename> renames = new ArrayList<>();
        for (SchemaObject old : gone) {
            Optional<SchemaObject> match = come.stream()
                    .filter(now -> !taken.containsKey(now.key()) && likeness.between(old, now))
                    .findFirst();
            match.ifPresent(now -> {
                taken.put(now.key(), old.key());
                renames.add(new Rename(old.key(), null, now.key().name()));
            });
        }
        return renames;
    }
}
