/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Sql;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the values of a column become values of its new type. */
final class NewValues {

    private static final Set<SchemaKind> TYPES = EnumSet.of(
            SchemaKind.ENUM, SchemaKind.DOMAIN, SchemaKind.COMPOSITE, SchemaKind.RANGE, SchemaKind.COLLATION);

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

    /** The type that an object is made of and that is made anew. */
    private Optional<ObjectKey> swapped(ObjectKey object) {
        return sides.neededBefore(object).stream()
                .map(Dependency::referenced)
                .filter(type -> TYPES.contains(type.kind()) && fates.get(type) == Fate.SWAP)
                .findFirst();
    }

    /** The conversion; none where PostgreSQL knows it by itself. */
    @Nullable Sql using(SchemaObject before, SchemaObject after) {
        return using(before, after, ValueConversion.quoted(after));
    }

    /**
     * The conversion.
     *
     * @param value what is to be converted, as SQL
     */
    @Nullable Sql using(SchemaObject before, SchemaObject after, String value) {
        Optional<ObjectKey> swapped = swapped(after.key());
        boolean sameType = before.get("type").equals(after.get("type"));
        if (swapped.filter(type -> type.kind() == SchemaKind.COLLATION).isPresent() && sameType) {
            return null;
        }
        if (swapped.isPresent() && sameType) {
            return new Sql(ofSwapped(swapped.get(), value, after));
        }
        if (swapped.isEmpty() && ColumnTypes.isAssignable(sides.to(), before, after)) {
            return null;
        }
        return new Sql(new ValueConversion(sides, before, after).of(value));
    }

    private String ofSwapped(ObjectKey type, String value, SchemaObject after) {
        String target = after.get("type");
        if (holds(type, SchemaKind.COMPOSITE)) {
            boolean isFlat = type.kind() == SchemaKind.COMPOSITE
                    && target.equals(Naming.sql(type))
                    && swapped(type).isEmpty();
            if (isFlat) {
                return CompositeRendering.converted(sides.before(type), sides.after(type), value);
            }
            return type.kind() == SchemaKind.COMPOSITE && !ValueConversion.isArray(after)
                    ? "jsonb_populate_record(NULL::%s, to_jsonb(%s))".formatted(target, value)
                    : "(jsonb_populate_record(NULL::%s, jsonb_build_object('v', %s))).v"
                            .formatted(holder(after), value);
        }
        if (type.kind() == SchemaKind.DOMAIN
                && !ValueConversion.isArray(after)
                && swapped(type).isEmpty()) {
            return new ValueConversion(sides, sides.before(type), sides.after(type))
                    .of(value)
                    .replaceFirst("::[^:]*$", "::" + target);
        }
        return value + "::text" + (ValueConversion.isArray(after) ? "[]" : "") + "::" + target;
    }

    /** Whether a type is, or is made of, one of a kind that is made anew. */
    private boolean holds(ObjectKey type, SchemaKind kind) {
        return type.kind() == kind
                || swapped(type).filter(inner -> holds(inner, kind)).isPresent();
    }

    /**
     * A composite type with one attribute {@code v} of the new type. Rows inside of arrays are turned into others by their
     * attributes' names only through JSON, and only as parts of a row.
     */
    static String holder(SchemaObject column) {
        return Naming.name(column.key()).sibling(column.key().of() + "__new").sql();
    }

    boolean needsHolder(SchemaObject before, SchemaObject after) {
        Sql using = using(before, after);
        return using != null && using.text().contains("jsonb_build_object('v', ");
    }

    /** What may become of values; none where nothing can. */
    @Nullable String warning(SchemaObject before, SchemaObject after) {
        Optional<ObjectKey> swapped = swapped(after.key());
        if (swapped.isPresent()) {
            ObjectKey type = swapped.get();
            if (type.kind() == SchemaKind.COLLATION) {
                return ValueRisk.of(sides, before, after, using(before, after) != null);
            }
            if (!sides.to().has(type)) {
                return "Rewrites the table.";
            }
            if (type.kind() == SchemaKind.DOMAIN) {
                return rewriting(ValueRisk.of(sides, sides.before(type), sides.after(type), true));
            }
            if (type.kind() == SchemaKind.COMPOSITE) {
                return rewriting(CompositeRendering.loss(sides.before(type), sides.after(type)));
            }
            if (type.kind() != SchemaKind.ENUM) {
                return "Rewrites the table.";
            }
            List<String> gone = EnumRendering.lost(sides.before(type), sides.after(type));
            return gone.isEmpty()
                    ? "Rewrites the table."
                    : "Rewrites the table. Fails while a row holds one of the values that go: %s."
                            .formatted(String.join(", ", gone));
        }
        return ValueRisk.of(sides, before, after, using(before, after) != null);
    }

    private static String rewriting(@Nullable String risk) {
        return risk == null ? "Rewrites the table." : "Rewrites the table. " + risk;
    }
}
