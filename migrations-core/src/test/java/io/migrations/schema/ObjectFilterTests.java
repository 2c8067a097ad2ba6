/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectFilterTests {

    private static final ObjectKey ORDERS = ObjectKey.in("public", SchemaKind.TABLE, "orders");
    private static final ObjectKey AUDIT = ObjectKey.in("audit", SchemaKind.TABLE, "Log.1");
    private static final ObjectKey SEQUENCE = ObjectKey.in("audit", SchemaKind.SEQUENCE, "numbers");

    private static final Snapshot SNAPSHOT = snapshot(
            ObjectKey.global(SchemaKind.SCHEMA, "public"),
            ObjectKey.global(SchemaKind.SCHEMA, "audit"),
            ObjectKey.global(SchemaKind.EXTENSION, "pg_trgm"),
            ORDERS,
            ORDERS.part(SchemaKind.COLUMN, "id"),
            ORDERS.part(SchemaKind.COLUMN, "legacy_id"),
            ORDERS.part(SchemaKind.INDEX, "orders_idx"),
            AUDIT,
            AUDIT.part(SchemaKind.COLUMN, "id"),
            SEQUENCE,
            ObjectKey.in("public", SchemaKind.VIEW, "open_orders"),
            ObjectKey.in("public", SchemaKind.MATERIALIZED_VIEW, "totals"));

    private static Snapshot snapshot(ObjectKey... keys) {
        var objects = new TreeMap<ObjectKey, SchemaObject>();
        for (ObjectKey key : keys) {
            var properties = new TreeMap<String, String>();
            if (key.equals(SEQUENCE)) {
                properties.putAll(Map.of("owned by", "audit.\"Log.1\".id"));
            }
            objects.put(key, new SchemaObject(key, 0, properties, new TreeMap<>()));
        }
        return new Snapshot(
                objects,
                Set.of(new Dependency(ORDERS.part(SchemaKind.INDEX, "orders_idx"), ORDERS, true)),
                Set.of(),
                18,
                List.of());
    }

    private static List<String> left(ObjectFilter filter) {
        return SNAPSHOT.objects().keySet().stream()
                .filter(key -> !filter.apply(SNAPSHOT).has(key))
                .map(ObjectKey::toString)
                .toList();
    }

    private static ObjectFilter exclude(String... patterns) {
        return ObjectFilter.of(List.of(), List.of(patterns));
    }

    @Test
    void leavesOutNothingByDefault() {
        assertThat(ObjectFilter.everything().apply(SNAPSHOT)).isSameAs(SNAPSHOT);
        assertThat(ObjectFilter.of(List.of(), List.of()).apply(SNAPSHOT)).isSameAs(SNAPSHOT);
    }

    @Test
    void whatBelongsToSomethingGoesWithIt() {
        assertThat(left(exclude("public.order?")))
                .containsExactly(
                        "table 'public.orders'",
                        "column 'id' of 'public.orders'",
                        "column 'legacy_id' of 'public.orders'",
                        "index 'orders_idx' of 'public.orders'");
        assertThat(exclude("orders").apply(SNAPSHOT).dependencies()).isEmpty();
        assertThat(left(exclude("audit.\"Log.1\"")))
                .containsExactly("sequence 'audit.numbers'", "table 'audit.Log.1'", "column 'id' of 'audit.Log.1'");
    }

    @Test
    void allOfASchemaIsTheSchemaAsWell() {
        assertThat(left(exclude("audit.*"))).contains("schema 'audit'").hasSize(4);
        assertThat(left(exclude("schema:audit"))).containsExactly("schema 'audit'");
    }

    @Test
    void aKindNarrowsIt() {
        assertThat(left(exclude("view:*"))).containsExactly("view 'public.open_orders'");
        assertThat(left(exclude("materialized-view:public.*"))).containsExactly("materialized view 'public.totals'");
        assertThat(left(exclude("Materialized View:*"))).containsExactly("materialized view 'public.totals'");
        assertThat(left(exclude("column:public.orders.legacy_*")))
                .containsExactly("column 'legacy_id' of 'public.orders'");
        assertThat(left(exclude("index:*"))).containsExactly("index 'orders_idx' of 'public.orders'");
        assertThat(left(exclude("extension:pg_trgm"))).containsExactly("extension 'pg_trgm'");
        assertThat(left(exclude("table:orders"))).hasSize(4);
    }

    @Test
    void whatIsIncludedMayStillBeExcluded() {
        ObjectFilter filter = ObjectFilter.of(List.of("public.*"), List.of("view:*", "index:*"));

        assertThat(filter.apply(SNAPSHOT).objects().keySet())
                .extracting(ObjectKey::toString)
                .containsExactly(
                        "schema 'public'",
                        "table 'public.orders'",
                        "column 'id' of 'public.orders'",
                        "column 'legacy_id' of 'public.orders'",
                        "materialized view 'public.totals'");
    }

    @Test
    void otherFiltersAreAskedAsWell() {
        ObjectFilter filter = exclude("view:*").and(key -> !key.equals(ORDERS));

        assertThat(left(filter)).hasSize(5).contains("index 'orders_idx' of 'public.orders'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "veiw:*            | there is no kind 'veiw'",
                "public.           | a name in it is empty",
                "a.b.c             | three names are those of a part",
                "column:a.b.c.d    | it has 4 names",
                "\"a               | its double quote is never closed"
            })
    void whatMakesNoSenseIsAFault(String pattern, String problem) {
        assertThatExceptionOfType(InvalidPatternException.class)
                .isThrownBy(() -> exclude(pattern))
                .satisfies(fault -> assertThat(fault.pattern()).isEqualTo(pattern))
                .withMessageStartingWith("The pattern '" + pattern + "' cannot be used: " + problem);
    }

    @Test
    void aPatternHasNoRegularExpressions() {
        assertThat(left(exclude("publi[c].orders", "(orders", "\\Qorders\\E"))).isEmpty();
        assertThat(Stream.of("public.\"orders\"", "\"public\".orders").map(ObjectFilterTests::exclude))
                .allSatisfy(filter -> assertThat(left(filter)).hasSize(4));
    }
}
