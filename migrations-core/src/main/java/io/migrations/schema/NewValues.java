/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Sql;
import io.migrations.sql.Identifiers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the values of a column become values of its new type. */
final class NewValues {

    private final Sides sides;
    private final Map<ObjectKey, Fate> fates;

    NewValues(Sides sides, Map<ObjectKey, Fate> fates) {
        this.sides = sides;
        this.fates = fates;
    }

    /** Whether the type of a column is made anew. */
    boolean isSwapped(ObjectKey column) {
        return swapped(column).isPresent();
    }

    private Optional<ObjectKey> swapped(ObjectKey column) {
        return sides.neededBefore(column).stream()
                .map(Dependency::referenced)
                .filter(type -> switch (type.kind()) {
                    case ENUM, DOMAIN, COMPOSITE, RANGE -> fates.get(type) == Fate.SWAP;
                    default -> false;
                })
                .findFirst();
    }

    /** The conversion; none where PostgreSQL knows it by itself. */
    @Nullable Sql using(SchemaObject before, SchemaObject after) {
        String column = Identifiers.quoted(after.key().name());
        Optional<ObjectKey> swapped = swapped(after.key());
        boolean sameType = before.get("type").equals(after.get("type"));
        if (swapped.isPresent()) {
            return new Sql(ofSwapped(swapped.get(), column, after, sameType));
        }
        if (ColumnTypes.isAssignable(sides.to(), before, after)) {
            return null;
        }
        boolean isCastable = ColumnTypes.isCastable(sides.to(), before, after);
        return new Sql(column + (isCastable ? "::" : "::text::") + after.get("type"));
    }

    private String ofSwapped(ObjectKey type, String column, SchemaObject after, boolean sameType) {
        boolean isPlainComposite = type.kind() == SchemaKind.COMPOSITE
                && sameType
                && after.get("type").equals(Naming.sql(type));
        if (isPlainComposite) {
            return CompositeRendering.converted(sides.before(type), sides.after(type), column);
        }
        if (type.kind() == SchemaKind.DOMAIN && !after.get("type").endsWith("[]")) {
            String base =
                    sides.to().find(type).map(domain -> domain.get("type")).orElse("text");
            boolean narrows = !isStringly(sides.before(type).get("type")) || isStringly(base);
            return column + (narrows ? "" : "::text") + "::" + after.get("type");
        }
        return column + "::text" + (after.get("type").endsWith("[]") ? "[]" : "") + "::" + after.get("type");
    }

    private static boolean isStringly(String type) {
        return type.startsWith("character") || type.equals("text");
    }

    /** What may become of values; none where nothing can. */
    @Nullable String warning(SchemaObject before, SchemaObject after) {
        String name = after.key().name();
        Optional<ObjectKey> swapped = swapped(after.key());
        if (swapped.isPresent()) {
            ObjectKey type = swapped.get();
            if (type.kind() != SchemaKind.ENUM || !sides.to().has(type)) {
                return "Rewrites the table.";
            }
            List<String> gone = EnumRendering.added(sides.after(type), sides.before(type));
            return gone.isEmpty()
                    ? "Rewrites the table."
                    : "Rewrites the table. Fails while a row holds one of the values that go: %s."
                            .formatted(String.join(", ", gone));
        }
        String from = before.get("type");
        String into = after.get("type");
        if (from.equals(into) || isWider(before, after)) {
            return null;
        }
        if (ColumnTypes.isAssignable(sides.to(), before, after)) {
            return "Data loss: %s of %s becomes %s, which may round values or fail on some."
                    .formatted(from, name, into);
        }
        return "%s of %s becomes %s by a cast that fails on values it does not know; look at it."
                .formatted(from, name, into);
    }

    /** Whether the new type holds every value of the old one as it is. */
    private boolean isWider(SchemaObject before, SchemaObject after) {
        String old = ColumnTypes.base(before);
        String now = ColumnTypes.base(after);
        boolean unlimited = after.get("type").equals(now);
        List<String> integers = List.of("smallint", "integer", "bigint", "numeric");
        boolean widerNumber = integers.contains(old)
                && integers.indexOf(old) <= integers.indexOf(now)
                && (!now.equals("numeric") || unlimited);
        boolean anyText =
                (now.equals("text") || (now.equals("character varying") && unlimited)) && !old.equals("bytea");
        return widerNumber || anyText || (old.equals(now) && (unlimited || isLonger(before, after)));
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
