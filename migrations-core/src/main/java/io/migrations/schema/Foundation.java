/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What tables are made with and no table is: what entities take for granted when they name a type of an extension, or a
 * function in a default.
 */
public final class Foundation {

    private static final Set<SchemaKind> KINDS = EnumSet.of(
            SchemaKind.SCHEMA,
            SchemaKind.EXTENSION,
            SchemaKind.COLLATION,
            SchemaKind.DOMAIN,
            SchemaKind.DOMAIN_CONSTRAINT,
            SchemaKind.COMPOSITE,
            SchemaKind.RANGE,
            SchemaKind.FUNCTION);

    private Foundation() {}

    /** What makes it in an empty database. */
    public static List<Change> of(Snapshot snapshot) {
        Set<ObjectKey> kept = new HashSet<>();
        snapshot.objects().keySet().stream()
                .filter(key -> KINDS.contains(key.kind()))
                .forEach(kept::add);
        Map<ObjectKey, List<Dependency>> needs =
                snapshot.dependencies().stream().collect(Collectors.groupingBy(Dependency::dependent));
        // What leans on a table, however far away, has to wait for it.
        boolean changed = true;
        while (changed) {
            changed = kept.removeIf(key -> needs.getOrDefault(key, List.of()).stream()
                    .anyMatch(edge -> !kept.contains(edge.referenced()) && snapshot.has(edge.referenced())));
        }
        kept.removeIf(key -> key.equals(ObjectKey.global(SchemaKind.SCHEMA, "public"))
                || key.equals(ObjectKey.global(SchemaKind.EXTENSION, "plpgsql")));
        Snapshot whole = snapshot.with(snapshot.objects().values().stream()
                .filter(object -> kept.contains(object.key()))
                .toList());
        return new ArrayList<>(
                SchemaDifference.between(whole.with(List.of()), whole).changes());
    }

    /** What is in one snapshot and was not in an earlier one. */
    public static Snapshot without(Snapshot snapshot, Snapshot earlier) {
        return snapshot.with(snapshot.objects().values().stream()
                .filter(object -> !earlier.has(object.key()))
                .toList());
    }
}
