/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SnapshotComparisonTests {

    private static final ObjectKey ORDERS = ObjectKey.in("public", SchemaKind.TABLE, "orders");
    private static final ObjectKey VIEW = ObjectKey.in("public", SchemaKind.VIEW, "Open Orders");

    @Test
    void partsAreListedBelowTheirTable() {
        Snapshot expected = snapshot(
                object(ORDERS, Map.of()),
                object(ORDERS.part(SchemaKind.COLUMN, "qty"), Map.of("type", "integer")),
                object(ORDERS.part(SchemaKind.INDEX, "orders_note_idx"), Map.of("definition", "CREATE INDEX …")));
        Snapshot actual = snapshot(
                object(ORDERS, Map.of("comment", "What is\u001b wanted")),
                object(ORDERS.part(SchemaKind.COLUMN, "qty"), Map.of("type", "bigint", "not null", "yes")),
                object(ORDERS.part(SchemaKind.COLUMN, "note"), Map.of("type", "text")));

        assertThat(text(expected, actual)).isEqualTo("""
                table public.orders
                  ~ comment none -> What is\\u001b wanted
                  + column note text                             (only in the database)
                  ~ column qty: not null none -> yes
                  ~ column qty: type integer -> bigint
                  - index orders_note_idx                        (missing from the database)""");
    }

    @Test
    void ofATableThatIsMissingThePartsGoWithoutSaying() {
        Snapshot expected = snapshot(
                object(ORDERS, Map.of()), object(ORDERS.part(SchemaKind.COLUMN, "qty"), Map.of("type", "integer")));

        assertThat(text(expected, snapshot()))
                .isEqualTo("- table public.orders                            (missing from the database)");
        assertThat(SnapshotComparison.of(expected, snapshot()).differences()).hasSize(2);
    }

    @Test
    void longTextsAreComparedLineByLine() {
        Snapshot expected = snapshot(
                object(VIEW, Map.of("definition", " SELECT a,\n    b,\n    c\n   FROM t\n  WHERE a\n  LIMIT 1")));
        Snapshot actual = snapshot(
                object(VIEW, Map.of("definition", " SELECT a,\n    d,\n    c\n   FROM t\n  WHERE a\n  LIMIT 1")));

        assertThat(text(expected, actual)).isEqualTo("""
                view public."Open Orders"
                  ~ definition
                         SELECT a,
                      -     b,
                      +     d,
                            c
                           FROM t
                          WHERE a
                        …""");
    }

    @Test
    void theOrderOfColumnsIsNoDifference() {
        var first = new SchemaObject(ORDERS, 1, new TreeMap<>(), new TreeMap<>(Map.of("base type", "text")));
        var second = new SchemaObject(ORDERS, 2, new TreeMap<>(), new TreeMap<>());

        assertThat(SnapshotComparison.of(snapshot(first), snapshot(second)).isEmpty())
                .isTrue();
        assertThat(Fingerprint.of(snapshot(first))).isEqualTo(Fingerprint.of(snapshot(second)));
    }

    @Test
    void programsGetPlainValues() {
        Snapshot expected = snapshot(object(ORDERS, Map.of("comment", "a")));
        Snapshot actual = snapshot(object(ORDERS, Map.of("unlogged", "yes")));

        assertThat(SnapshotComparison.of(expected, actual).values())
                .containsExactly(Map.of(
                        "object", "table 'public.orders'",
                        "kind", "table",
                        "schema", "public",
                        "of", "",
                        "name", "orders",
                        "arguments", "",
                        "difference", "changed",
                        "properties",
                                List.of(
                                        Map.of("property", "comment", "expected", "a"),
                                        Map.of("property", "unlogged", "actual", "yes"))));
    }

    static SchemaObject object(ObjectKey key, Map<String, String> properties) {
        return new SchemaObject(key, 0, new TreeMap<>(properties), new TreeMap<>());
    }

    static Snapshot snapshot(SchemaObject... objects) {
        var all = new TreeMap<ObjectKey, SchemaObject>();
        for (SchemaObject object : objects) {
            all.put(object.key(), object);
        }
        return new Snapshot(all, Set.of(), Set.of(), 18, List.of());
    }

    private static String text(Snapshot expected, Snapshot actual) {
        return SnapshotComparison.of(expected, actual)
                .text("missing from the database", "only in the database")
                .replace(System.lineSeparator(), "\n");
    }
}
