/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code ALTER TABLE ... ATTACH PARTITION}. What the partitioned table demands of its parts and the other lacks, an index
 * or a trigger, is made with it, and stays where the inverse detaches it again.
 *
 * @param partition the table that becomes a part of the other
 * @param bound which rows it holds
 */
public record AttachPartition(Name table, Name partition, PartitionBound bound) implements Operation {

    @Override
    public List<String> statements() {
        return List.of("ALTER TABLE %s ATTACH PARTITION %s %s".formatted(table.sql(), partition.sql(), bound.sql()));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(new DetachPartition(table, partition, DetachPartition.Way.AT_ONCE, bound));
    }
}
