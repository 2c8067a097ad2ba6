/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;

/** Operations on the partitions of tables. */
public interface PartitionOperations extends Vocabulary {

    /** Creates a partition: {@code createPartition("orders_eu", "orders", PartitionBound.in("DE", "FR"))}. */
    default void createPartition(String partition, String table, PartitionBound bound) {
        invoke(CreatePartition.of(partition, table, bound));
    }

    /** Creates a partition: {@code partition -> partition.partitionBy("RANGE (placed_at)")}. */
    default void createPartition(
            String partition, String table, PartitionBound bound, UnaryOperator<CreatePartition> options) {
        invoke(options.apply(CreatePartition.of(partition, table, bound)));
    }

    /** Drops a partition that was made like that. */
    default void dropPartition(CreatePartition original) {
        invoke(DropObject.of(original));
    }

    /** Makes a table a partition of another. */
    default void attachPartition(String table, String partition, PartitionBound bound) {
        invoke(new AttachPartition(Name.of(table), Name.of(partition), bound));
    }

    /** Makes a partition a table of its own, without an inverse. */
    default void detachPartition(String table, String partition) {
        invoke(DetachPartition.of(table, partition));
    }

    /**
     * Makes a partition a table of its own.
     *
     * @param existing which rows it held, for the inverse
     */
    default void detachPartition(String table, String partition, PartitionBound existing) {
        invoke(DetachPartition.of(table, partition).existing(existing));
    }

    /** Makes a partition a table of its own: {@code detach -> detach.concurrently()}. */
    default void detachPartition(String table, String partition, UnaryOperator<DetachPartition> options) {
        invoke(options.apply(DetachPartition.of(table, partition)));
    }
}
