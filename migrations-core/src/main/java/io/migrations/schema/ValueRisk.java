/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may become of values that get another type. */
final class ValueRisk {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

    private ValueRisk() {}

    /** What a text that is no value of one of these makes fail, instead of becoming another value. */
    private static final Pattern STRICT = Pattern.compile(
            "smallint|integer|bigint|numeric|boolean|uuid|json|jsonb|xml|inet|macaddr8?|interval|timestamp with(out)? time zone|time with(out)? time zone|double precision");

    /**
     * A remark; none where each value stays what it is.
     *
     * @param explicit whether the cast is written out: such a one cuts what an assignment refuses
     */
    static @Nullable String of(Sides sides, SchemaObject before, SchemaObject after, boolean explicit) {
        String from = before.get("type");
        String into = after.get("type");
        String name = after.key().name();
        boolean losesElements = ValueConversion.isArray(before) && !ValueConversion.isArray(after);
        if (losesElements && !after.fact("type category").equals("S")) {
            return "Data loss: of the arrays in %s only the first element stays.".formatted(name);
        }
        if (from.equals(into) || isWider(before, after)) {
            return null;
        }
        String old = element(ColumnTypes.base(before));
        String now = element(ColumnTypes.base(after));
        boolean isUnlimited = element(into).equals(now);
        boolean onlyFails = (INTEGERS.contains(old) && INTEGERS.contains(now))
                || (isStringly(now) && !explicit)
                || (isStringly(old)
                        && isUnlimited
                        && (STRICT.matcher(now).matches()
                                || after.fact("type category").equals("E")));
        if (onlyFails) {
            return "Fails while a value of %s does not fit into %s.".formatted(name, into);
        }
        if (ColumnTypes.isAssignable(sides.to(), before, after)) {
            return "Data loss: %s of %s becomes %s, which may round values or fail on some."
                    .formatted(from, name, into);
        }
        return "Data loss: %s of %s becomes %s by a cast that may take a part of a value away, or fail; look at it."
                .formatted(from, name, into);
    }

    private static boolean isStringly(String type) {
        return type.startsWith("character") || type.equals("text");
    }

    private static String element(String type) {
        return type.replaceFirst("\\[\\]$", "");
    }

    /** Whether the new type holds every value of the old one as it is. */
    private static boolean isWider(SchemaObject before, SchemaObject after) {
        String old = element(ColumnTypes.base(before));
        String now = element(ColumnTypes.base(after));
        boolean unlimited = element(after.get("type")).equals(now);
        List<String> numbers = List.of("smallint", "integer", "bigint", "numeric");
        boolean widerNumber = numbers.contains(old)
                && numbers.indexOf(old) <= numbers.indexOf(now)
                && (!now.equals("numeric") || unlimited);
        boolean anyText = now.equals("text") || (now.equals("character varying") && unlimited);
        boolean widerTime = (old.equals("date") && now.startsWith("timestamp"))
                || (old.startsWith("time ") && now.equals("interval"))
                || (old.equals("real") && now.equals("double precision"));
        return widerNumber || anyText || widerTime || (old.equals(now) && (unlimited || isLonger(before, after)));
    }

    private static boolean isLonger(SchemaObject before, SchemaObject after) {
        String digits = "\\D+";
        String old = before.get("type").replaceAll(digits, " ").strip();
        String now = after.get("type").replaceAll(digits, " ").strip();
        if (!old.matches("\\d{1,9}( \\d{1,9})?") || !now.matches("\\d{1,9}( \\d{1,9})?")) {
            return false;
        }
        String[] was = old.split(" ", -1);
        String[] is = now.split(" ", -1);
        int scaleBefore = was.length > 1 ? Integer.parseInt(was[1]) : 0;
        int scaleAfter = is.length > 1 ? Integer.parseInt(is[1]) : 0;
        return scaleAfter >= scaleBefore
                && Integer.parseInt(is[0]) - scaleAfter >= Integer.parseInt(was[0]) - scaleBefore;
    }
}
