/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.Sql.sql;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class CreateIndexTests {

    private static final String ORDERS = "CREATE TABLE orders (id int, note text, \"Qty\" int, at timestamptz)";

    @Test
    void createsAnIndexAndDropsIt(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        Spoken.operation(op -> op.createIndex("ix_orders", "orders", "note", "Qty")),
                        "CREATE INDEX ix_orders ON orders (note, \"Qty\")");
    }

    @Test
    void takesTheOrderBehindAnExpression(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        CreateIndex.of(
                                "ix",
                                "orders",
                                List.of(sql("at DESC NULLS LAST"), sql("lower(note) asc"), sql("id nulls first"))),
                        "CREATE INDEX ix ON orders ((at) DESC NULLS LAST, (lower(note)), (id) NULLS FIRST)");
    }

    @Test
    void takesAnOperatorClassOfAnExtensionConcurrently(TestDatabase database) {
        RoundTrip.on(database, "CREATE EXTENSION pg_trgm", ORDERS)
                .restores(
                        Spoken.operation(op -> op.createIndex(
                                "ix_orders_note",
                                "orders",
                                List.of("note"),
                                index -> index.using("gin")
                                        .opclass("note", "gin_trgm_ops")
                                        .concurrently())),
                        "CREATE INDEX CONCURRENTLY ix_orders_note ON orders USING gin (note gin_trgm_ops)");
    }

    @Test
    void takesParametersOfAnOperatorClass(TestDatabase database) {
        RoundTrip.on(database, "CREATE EXTENSION pg_trgm", ORDERS)
                .restores(
                        CreateIndex.of("ix", "orders", List.of("note"))
                                .using("gist")
                                .opclass("note", "gist_trgm_ops")
                                .opclassParameter("note", "siglen", 32),
                        "CREATE INDEX ix ON orders USING gist (note gist_trgm_ops (siglen = 32))");
    }

    @Test
    void takesExpressionsOrderCollationAndTheRest(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        CreateIndex.of("ix", "orders", List.of("note", sql("lower(note)"), sql("id + 1"), "at"))
                                .unique()
                                .collate("note", "C")
                                .opclass("lower(note)", "text_pattern_ops")
                                .desc("id + 1")
                                .nullsLast("id + 1")
                                .nullsFirst("at")
                                .include("Qty")
                                .with("fillfactor", 70)
                                .with("deduplicate_items", false)
                                .tablespace("pg_default")
                                .where("id > 0 AND note IS NOT NULL"),
                        "CREATE UNIQUE INDEX ix ON orders (note COLLATE \"C\", (lower(note)) text_pattern_ops,"
                                + " (id + 1) DESC NULLS LAST, at NULLS FIRST) INCLUDE (\"Qty\")"
                                + " WITH (deduplicate_items = false, fillfactor = 70) TABLESPACE pg_default"
                                + " WHERE id > 0 AND note IS NOT NULL");
    }

    @Test
    void takesOneColumnTwice(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .restores(
                        CreateIndex.of(
                                "ix",
                                "orders",
                                List.of("note", IndexElement.column("note").opclass("text_pattern_ops"))),
                        "CREATE INDEX ix ON orders (note, note text_pattern_ops)");
    }

    @Test
    void takesNullsForTheSame(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .since(15, "NULLS NOT DISTINCT")
                .restores(
                        CreateIndex.of("ix", "orders", List.of("id")).unique().nullsNotDistinct(),
                        "CREATE UNIQUE INDEX ix ON orders (id) NULLS NOT DISTINCT");
    }

    @Test
    void staysOffPartitions(TestDatabase database) {
        RoundTrip.on(
                        database,
                        "CREATE SCHEMA s",
                        "CREATE TABLE s.m (id int) PARTITION BY LIST (id)",
                        "CREATE TABLE s.m1 PARTITION OF s.m FOR VALUES IN (1)")
                .restores(CreateIndex.of("ix", "s.m", List.of("id")).only(), "CREATE INDEX ix ON ONLY s.m (id)");
    }

    @Test
    void hasNoWayBackIfItMayHaveBeenThere(TestDatabase database) {
        RoundTrip.on(database, ORDERS)
                .hasNoWayBack(
                        CreateIndex.of("ix", "orders", List.of("id")).ifNotExists(),
                        "The index 'ix' may have been there before; create it without ifNotExists, or write the"
                                + " downgrade.");
    }

    @Test
    void refusesWhatIsNoIndex() {
        CreateIndex index = CreateIndex.of("ix", "orders", List.of("id"));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> index.desc("note"))
                .withMessage(
                        "The index 'ix' has no column 'note'. Name one of its columns, or an expression by its text.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateIndex.of("ix", "orders", List.of()));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> CreateIndex.of("ix", "orders", List.of(1)));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> index.with("fillfactor = 1) --", 70));
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> index.opclassParameter("id", "siglen", 1).statements())
                .withMessageContaining("opclass(...)");
        assertThatExceptionOfType(InvalidOperationException.class).isThrownBy(() -> index.where("1=1; DROP TABLE a"));
    }
}
