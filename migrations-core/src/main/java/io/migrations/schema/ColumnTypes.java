/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.List;
import java.util.Set;

/** What a new type of a column means for its values and for what leans on it. */
final class ColumnTypes {

    /** Within one of these, what is written about a column holds for the new type, too. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint"),
            Set.of("numeric"),
            Set.of("character varying", "text"),
            Set.of("character"),
            Set.of("real", "double precision"));

    private ColumnTypes() {}

    static boolean differ(SchemaObject before, SchemaObject after) {
        return !before.get("type").equals(after.get("type"))
                || !before.get("collation").equals(after.get("collation"));
    }

    /** Whether indexes, checks, defaults and keys may stay while the column changes. */
    static boolean areAlike(SchemaObject before, SchemaObject after) {
        String one = base(before);
        String other = base(after);
        return before.get("collation").equals(after.get("collation"))
                && (one.equals(other)
                        || FAMILIES.stream().anyMatch(family -> family.contains(one) && family.contains(other)));
    }

    /** Whether PostgreSQL turns the values into the new type by itself, as an UPDATE would. */
    static boolean isAssignable(Snapshot snapshot, SchemaObject before, SchemaObject after) {
        String source = base(before);
        String target = base(after);
        if (source.equals(target)) {
            return true;
        }
        boolean arrays = source.endsWith("[]") && target.endsWith("[]");
        String from = arrays ? source.substring(0, source.length() - 2) : source;
        String into = arrays ? target.substring(0, target.length() - 2) : target;
        boolean cast = snapshot.casts().stream()
                .anyMatch(
                        known -> known.source().equals(from) && known.target().equals(into) && known.context() != 'e');
        // Every type is assignable to a string type, through its text.
        return cast || after.fact("type category").equals("S");
    }

    /** Whether any cast turns one into the other, written or not. */
    static boolean isCastable(Snapshot snapshot, SchemaObject before, SchemaObject after) {
        return before.fact("type category").equals("S")
                || snapshot.casts().stream()
                        .anyMatch(known -> known.source().equals(base(before))
                                && known.target().equals(base(after)));
    }

    /** The type without its modifier; of what the reader did not say, the whole. */
    static String base(SchemaObject column) {
        String base = column.fact("base type");
        return base.isEmpty() ? column.get("type") : base;
    }
}
