/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import static io.migrations.operation.PartitionBound.MAXVALUE;
import static io.migrations.operation.PartitionBound.MINVALUE;
import static io.migrations.operation.Spoken.operation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@DatabaseTest
class PartitionOperationsTests {

    private static final String BY_COUNTRY = "CREATE TABLE orders (id int, country text) PARTITION BY LIST (country)";

    @Test
    void createsAPartitionOfAListAndDropsIt(TestDatabase database) {
        RoundTrip.on(database, BY_COUNTRY)
                .restores(
                        operation(
                                op -> op.createPartition("orders_eu", "orders", PartitionBound.in("DE", "F'R", null))),
                        "CREATE TABLE orders_eu PARTITION OF orders FOR VALUES IN ('DE', 'F''R', NULL)");
    }

    @Test
    void createsAPartitionOfARange(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE orders (placed date) PARTITION BY RANGE (placed)")
                .restores(
                        operation(op -> op.createPartition(
                                "orders_2025",
                                "orders",
                                PartitionBound.fromTo(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1)))),
                        "CREATE TABLE orders_2025 PARTITION OF orders FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')");
    }

    @Test
    void createsAPartitionOfARangeOfSeveralColumnsWithoutEnds(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE orders (a int, b int) PARTITION BY RANGE (a, b)")
                .restores(
                        operation(op -> op.createPartition(
                                "low",
                                "orders",
                                PartitionBound.fromTo(List.of(MINVALUE, MINVALUE), List.of(5, MAXVALUE)))),
                        "CREATE TABLE low PARTITION OF orders FOR VALUES FROM (MINVALUE, MINVALUE) TO (5, MAXVALUE)");
    }

    @Test
    void createsAPartitionOfAHash(TestDatabase database) {
        RoundTrip.on(database, "CREATE TABLE orders (id int) PARTITION BY HASH (id)")
                .restores(
                        operation(op -> op.createPartition("orders_0", "orders", PartitionBound.hash(4, 0))),
                        "CREATE TABLE orders_0 PARTITION OF orders FOR VALUES WITH (MODULUS 4, REMAINDER 0)");
    }

    @Test
    void createsAPartitionThatIsPartitionedItself(TestDatabase database) {
        RoundTrip.on(database, BY_COUNTRY)
                .restores(
                        operation(op -> op.createPartition(
                                "rest",
                                "orders",
                                PartitionBound.DEFAULT,
                                partition -> partition.partitionBy("RANGE (id)"))),
                        "CREATE TABLE rest PARTITION OF orders DEFAULT PARTITION BY RANGE (id)");
    }

    @Test
    void createsAPartitionWithParameters(TestDatabase database) {
        RoundTrip.on(database, BY_COUNTRY)
                .restores(
                        operation(op -> op.createPartition(
                                "rest",
                                "orders",
                                PartitionBound.DEFAULT,
                                partition -> partition
                                        .with("toast.autovacuum_enabled", false)
                                        .with("fillfactor", 70)
                                        .tablespace("pg_default"))),
                        "CREATE TABLE rest PARTITION OF orders DEFAULT WITH (fillfactor = 70, toast.autovacuum_enabled ="
                                + " false) TABLESPACE pg_default");
        assertThat(operation(op -> op.createPartition(
                                "rest", "orders", PartitionBound.DEFAULT, CreatePartition::ifNotExists))
                        .inverse()
                        .obstacle())
                .isEqualTo("The table 'rest' may have been there before; leave out ifNotExists.");
        assertThatExceptionOfType(InvalidOperationException.class)
                .isThrownBy(() -> new PartitionBound("DEFAULT; DROP"));
    }

    @Test
    void dropsAPartitionAndCreatesItAgain(TestDatabase database) {
        RoundTrip.on(database, BY_COUNTRY, "CREATE TABLE rest PARTITION OF orders DEFAULT")
                .restores(
                        operation(op -> op.dropPartition(CreatePartition.of("rest", "orders", PartitionBound.DEFAULT))),
                        "DROP TABLE rest");
    }

    @Test
    void attachesAPartitionAndDetachesItAgain(TestDatabase database) {
        RoundTrip.on(database, BY_COUNTRY, "CREATE TABLE eu (id int, country text)")
                .restores(
                        operation(op -> op.attachPartition("orders", "eu", PartitionBound.in("DE"))),
                        "ALTER TABLE orders ATTACH PARTITION eu FOR VALUES IN ('DE')");
    }

    @Test
    void detachesAPartitionAndAttachesItAgain(TestDatabase database) {
        RoundTrip.on(database, BY_COUNTRY, "CREATE TABLE eu PARTITION OF orders FOR VALUES IN ('DE')")
                .restores(
                        operation(op -> op.detachPartition("orders", "eu", PartitionBound.in("DE"))),
                        "ALTER TABLE orders DETACH PARTITION eu");
        assertThat(operation(op -> op.detachPartition("orders", "eu")).inverse().obstacle())
                .isEqualTo("Nothing says which rows the partition 'eu' held; give its existing bound.");
    }

    @Test
    void detachesAPartitionConcurrentlyForGood(TestDatabase database) {
        RoundTrip.on(database, BY_COUNTRY, "CREATE TABLE eu PARTITION OF orders FOR VALUES IN ('DE')")
                .hasNoWayBack(
                        operation(op -> op.detachPartition(
                                "orders",
                                "eu",
                                detach ->
                                        detach.existing(PartitionBound.in("DE")).concurrently())),
                        "The partition 'eu' keeps a check of its bounds after it is detached concurrently; attach it and"
                                + " drop that in a block that says both ways.");
        assertThat(operation(op -> op.detachPartition("orders", "eu", DetachPartition::concurrently))
                        .statements())
                .containsExactly("ALTER TABLE orders DETACH PARTITION eu CONCURRENTLY");
        assertThat(operation(op -> op.detachPartition("orders", "eu", DetachPartition::finalizing))
                        .statements())
                .containsExactly("ALTER TABLE orders DETACH PARTITION eu FINALIZE");
    }
}
