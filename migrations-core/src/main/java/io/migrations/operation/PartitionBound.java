/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows a partition holds. "CREATE TABLE ... FOR VALUES" in the PostgreSQL documentation.
 *
 * @param sql as SQL: {@code FOR VALUES IN ('EU')}, {@code DEFAULT}
 */
public record PartitionBound(String sql) {

    /** Below every value; one end of a range. */
    public static final Sql MINVALUE = new Sql("MINVALUE");

    /** Above every value; one end of a range. */
    public static final Sql MAXVALUE = new Sql("MAXVALUE");

    /** Those of no other partition. */
    public static final PartitionBound DEFAULT = new PartitionBound("DEFAULT");

    /** Checks that it stays a part of its statement. */
    public PartitionBound {
        sql = new Sql(sql).text();
    }

    /** A list partition: the rows with one of these values, null among them. */
    public static PartitionBound in(Object... values) {
        return new PartitionBound("FOR VALUES IN (" + list(Arrays.asList(values)) + ")");
    }

    /**
     * A range partition of a key of one column.
     *
     * @param lowest the first value, or {@link #MINVALUE}
     * @param beyond the first value that is not in it any more, or {@link #MAXVALUE}
     */
    public static PartitionBound fromTo(Object lowest, Object beyond) {
        return fromTo(List.of(lowest), List.of(beyond));
    }

    /** A range partition of a key of several columns. */
    public static PartitionBound fromTo(List<?> lowest, List<?> beyond) {
        return new PartitionBound("FOR VALUES FROM (" + list(lowest) + ") TO (" + list(beyond) + ")");
    }

    /** A hash partition: the rows whose hash leaves that remainder. */
    public static PartitionBound hash(int modulus, int remainder) {
        return new PartitionBound("FOR VALUES WITH (MODULUS %d, REMAINDER %d)".formatted(modulus, remainder));
    }

    private static String list(List<?> values) {
        return values.stream().map(Value::of).collect(Collectors.joining(", "));
    }
}
