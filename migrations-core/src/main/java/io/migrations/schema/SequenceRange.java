/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Between which numbers a sequence counts. PostgreSQL lets none stand outside, so one may have to be moved first. */
record SequenceRange(long low, long high, long start, boolean descends) {

    private static final Map<String, Long> HIGHEST =
            Map.of("smallint", (long) Short.MAX_VALUE, "integer", (long) Integer.MAX_VALUE);

    /** That of a sequence, or of an identity column. */
    static SequenceRange of(SchemaObject object) {
        boolean descends = object.get("increment").startsWith("-");
        long highest = HIGHEST.getOrDefault(object.get("type"), Long.MAX_VALUE);
        long low = number(object, "minimum", descends ? -highest - 1 : 1);
        long high = number(object, "maximum", descends ? -1 : highest);
        return new SequenceRange(low, high, number(object, "start", descends ? high : low), descends);
    }

    private static long number(SchemaObject object, String property, long usual) {
        return object.find(property).map(Long::valueOf).orElse(usual);
    }

    /**
     * Moves a sequence that has not come into its new range yet to where that starts.
     *
     * @param sequence an expression for the sequence
     * @param alter what widens the range, with places for the lowest and the highest number
     */
    List<Change> moving(SequenceRange now, String sequence, String alter) {
        boolean isMoved = descends != now.descends || (descends ? now.high < high : now.low > low);
        if (!isMoved) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        if (now.start < low || now.start > high) {
            changes.add(Rendering.sql(alter.formatted(Math.min(low, now.low), Math.max(high, now.high))));
        }
        String outside = descends == now.descends
                ? now.descends ? "> " + now.high : "< " + now.low
                : "NOT BETWEEN " + now.low + " AND " + now.high;
        changes.add(Rendering.sql(
                "SELECT setval(s, %d, false) FROM (SELECT %s::regclass) x (s) WHERE pg_sequence_last_value(s) IS NULL OR pg_sequence_last_value(s) %s"
                        .formatted(now.start, sequence, outside),
                "A sequence that stands outside of its new range goes to where that starts."));
        return changes;
    }
}
