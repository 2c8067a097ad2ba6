/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What differs between two snapshots, object by object, for people and programs to read.
 *
 * @param differences by kind and name of the objects
 */
public record SnapshotComparison(List<ObjectDifference> differences) {

    private static final List<SchemaKind> WHOLES =
            List.of(SchemaKind.TABLE, SchemaKind.VIEW, SchemaKind.MATERIALIZED_VIEW, SchemaKind.DOMAIN);

    public SnapshotComparison {
        differences = List.copyOf(differences);
    }

    public static SnapshotComparison of(Snapshot expected, Snapshot actual) {
        var keys = new TreeSet<>(expected.objects().keySet());
        keys.addAll(actual.objects().keySet());
        var differences = new ArrayList<ObjectDifference>();
        for (ObjectKey key : keys) {
            SchemaObject before = expected.objects().get(key);
            SchemaObject after = actual.objects().get(key);
            if (before == null || after == null || !before.isSame(after)) {
                differences.add(ObjectDifference.of(key, whole(key, expected, actual), before, after));
            }
        }
        return new SnapshotComparison(differences);
    }

    public boolean isEmpty() {
        return differences.isEmpty();
    }

    /**
     * The differences as a listing for people, parts below what they are parts of.
     *
     * @param missing said of what is expected and not there: {@code missing from the database}
     * @param unexpected said of what is there and not expected: {@code only in the database}
     */
    public String text(String missing, String unexpected) {
        return new ComparisonText(missing, unexpected).of(differences);
    }

    /** The differences as plain values: texts, lists and maps of them, for JSON. */
    public List<Map<String, Object>> values() {
        return differences.stream().map(ObjectDifference::values).toList();
    }

    private static ObjectKey whole(ObjectKey key, Snapshot expected, Snapshot actual) {
        if (key.of().isEmpty()) {
            return key;
        }
        return WHOLES.stream()
                .map(kind -> ObjectKey.in(key.schema(), kind, key.of()))
                .filter(whole -> Stream.of(expected, actual).anyMatch(snapshot -> snapshot.has(whole)))
                .findFirst()
                .orElse(key);
    }
}
