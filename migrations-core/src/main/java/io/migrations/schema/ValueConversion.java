/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.sql.Identifiers;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** How a value of one type is written as one of another where PostgreSQL does not turn one into the other by itself. */
final class ValueConversion {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> TIMES = Set.of("timestamp with time zone", "timestamp without time zone", "date");
    private static final String ARRAY = "[]";

    private final Sides sides;
    private final SchemaObject before;
    private final SchemaObject after;

    ValueConversion(Sides sides, SchemaObject before, SchemaObject after) {
        this.sides = sides;
        this.before = before;
        this.after = after;
    }

    /**
     * The conversion.
     *
     * @param value what is to be converted, as SQL
     */
    String of(String value) {
        String target = after.get("type");
        if (isArray(after) && !isArray(before)) {
            return array(value, target);
        }
        if (isArray(before) && !isArray(after)) {
            return "(" + value + ")[1]::" + target;
        }
        String old = base(sides.from(), before);
        String now = base(sides.to(), after);
        if (TIMES.contains(now) && NUMBERS.contains(old)) {
            return "to_timestamp(" + value + ")" + (now.equals("timestamp with time zone") ? "" : "::" + target);
        }
        if (TIMES.contains(old) && NUMBERS.contains(now)) {
            return "EXTRACT(epoch FROM " + value + ")::" + target;
        }
        if (isCastable(old, now) || before.fact("type category").equals("S")) {
            return value + "::" + target;
        }
        boolean byNumber = isCastable(old, "integer") && isCastable("integer", now);
        return value + (byNumber ? "::integer::" : "::text::") + target;
    }

    /** A text may hold an array already, written as one; everything else becomes the only element. */
    private String array(String value, String target) {
        boolean isText = before.fact("type category").equals("S");
        String written = isText ? "WHEN %s LIKE '{%%' THEN %s::%s ".formatted(value, value, target) : "";
        return "CASE WHEN %s IS NULL THEN NULL %sELSE ARRAY[%s]::%s END".formatted(value, written, value, target);
    }

    private boolean isCastable(String source, String target) {
        return source.equals(target)
                || Stream.concat(sides.from().casts().stream(), sides.to().casts().stream())
                        .anyMatch(known ->
                                known.source().equals(source) && known.target().equals(target));
    }

    static boolean isArray(SchemaObject column) {
        return column.get("type").endsWith(ARRAY);
    }

    /** The type that values are of; of a domain that which it is over. */
    static String base(Snapshot snapshot, SchemaObject column) {
        String type = ColumnTypes.base(column);
        for (SchemaObject domain : snapshot.of(SchemaKind.DOMAIN)) {
            if (Objects.equals(type, Naming.sql(domain.key()))) {
                return domain.get("type").replaceFirst("\\([^)]*\\)", "");
            }
        }
        return type;
    }

    static String quoted(SchemaObject column) {
        return Identifiers.quoted(column.key().name());
    }
}
