/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What ties a table to an index: that it is clustered on it, or replicated by it. */
final class IndexTies {

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;

    IndexTies(Sides sides, Map<ObjectKey, Fate> fates) {
        this.sides = sides;
        this.fates = fates;
    }

    List<Change> changes(ObjectKey key, boolean isNew, SchemaObject after) {
        List<Change> changes = new ArrayList<>();
        for (String property : List.of("replica identity", "clustered on")) {
            String old = isNew ? "" : sides.before(key).get(property);
            String now = after.get(property);
            boolean namesIndex = now.startsWith("index ") || (property.equals("clustered on") && !now.isEmpty());
            boolean isLost = namesIndex && isIndexMadeAnew(key, now.replaceFirst("^index ", ""));
            if (!old.equals(now) || isLost) {
                changes.add(TableRendering.altering(
                        after, property.equals("clustered on") ? clustered(now) : replicaIdentity(now)));
            }
        }
        return changes;
    }

    private static String clustered(String index) {
        return index.isEmpty() ? "SET WITHOUT CLUSTER" : "CLUSTER ON " + index;
    }

    private static String replicaIdentity(String identity) {
        return switch (identity) {
            case "" -> "REPLICA IDENTITY DEFAULT";
            case "full" -> "REPLICA IDENTITY FULL";
            case "nothing" -> "REPLICA IDENTITY NOTHING";
            default -> "REPLICA IDENTITY USING INDEX " + identity.substring("index ".length());
        };
    }

    /** Whether the table's tie to an index has gone with the index. */
    boolean losesIndex(ObjectKey table) {
        if (!sides.isInBoth(table)) {
            return false;
        }
        SchemaObject after = sides.after(table);
        return List.of("replica identity", "clustered on").stream()
                .map(after::get)
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> isIndexMadeAnew(table, name.replaceFirst("^index ", "")));
    }

    private boolean isIndexMadeAnew(ObjectKey table, String quoted) {
        String name = QuotedName.first(quoted);
        return List.of(SchemaKind.INDEX, SchemaKind.CONSTRAINT).stream()
                .map(kind -> fates.get(table.part(kind, name)))
                .anyMatch(fate -> fate != null && fate.isMade());
    }
}
