/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER TABLE ... DETACH PARTITION}. The part stays as a table of its own.
 *
 * @param existing which rows it held
 */
public record DetachPartition(
        Name table, Name partition, Way way, @Nullable PartitionBound existing) implements Operation {

    /** How a partition is detached. */
    public enum Way {
        /** While nobody uses the table. */
        AT_ONCE,
        /** While others use the table. Not in a transaction. */
        CONCURRENTLY,
        /** What is left to do where that was interrupted. */
        FINALIZE
    }

    public static DetachPartition of(String table, String partition) {
        return new DetachPartition(Name.of(table), Name.of(partition), Way.AT_ONCE, null);
    }

    /** {@code CONCURRENTLY}: while others use the table. Leaves no inverse. */
    public DetachPartition concurrently() {
        return new DetachPartition(table, partition, Way.CONCURRENTLY, existing);
    }

    /** {@code FINALIZE}: what is left to do where that was interrupted. Leaves no inverse. */
    public DetachPartition finalizing() {
        return new DetachPartition(table, partition, Way.FINALIZE, existing);
    }

    /** Which rows it held, for the inverse. */
    public DetachPartition existing(PartitionBound bound) {
        return new DetachPartition(table, partition, way, bound);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("ALTER TABLE " + table.sql() + " DETACH PARTITION " + partition.sql())
                .addIf(way != Way.AT_ONCE, way.name())
                .statement();
    }

    @Override
    public Inverse inverse() {
        if (way != Way.AT_ONCE) {
            return Inverse.none(
                    "The partition '%s' keeps a check of its bounds after it is detached concurrently; attach it and drop that in a block that says both ways."
                            .formatted(partition));
        }
        return existing == null
                ? Inverse.none("Nothing says which rows the partition '%s' held; give its existing bound."
                        .formatted(partition))
                : Inverse.of(new AttachPartition(table, partition, existing));
    }
}
