/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which objects a comparison is about. Patterns are names with wildcards, with or without a schema and a kind:
 * {@code public.audit_*}, {@code view:*}. What belongs to an object that is left out, such as the columns of a table or
 * the sequence of its serial column, is left out with it.
 */
public final class ObjectFilter {

    private static final ObjectFilter EVERYTHING = new ObjectFilter(List.of(), List.of(), List.of());
    private static final List<SchemaKind> WHOLES =
            List.of(SchemaKind.TABLE, SchemaKind.VIEW, SchemaKind.MATERIALIZED_VIEW, SchemaKind.DOMAIN);

    private static final String NAME = "(\"(?:[^\"]|\"\")+\"|[^.\"]+)";
    private static final Pattern COLUMN = Pattern.compile(NAME + "\\." + NAME + "\\." + NAME, Pattern.DOTALL);

    private final List<ObjectPattern> include;
    private final List<ObjectPattern> exclude;
    private final List<SchemaObjectFilter> others;

    private ObjectFilter(List<ObjectPattern> include, List<ObjectPattern> exclude, List<SchemaObjectFilter> others) {
        this.include = List.copyOf(include);
        this.exclude = List.copyOf(exclude);
        this.others = List.copyOf(others);
    }

    public static ObjectFilter everything() {
        return EVERYTHING;
    }

    /**
     * A filter by patterns.
     *
     * @param include what it is about; everything where this is empty
     * @param exclude what it is not about, of that
     * @throws InvalidPatternException for a pattern that cannot be read
     */
    public static ObjectFilter of(List<String> include, List<String> exclude) {
        return new ObjectFilter(
                include.stream().map(ObjectPattern::parse).toList(),
                exclude.stream().map(ObjectPattern::parse).toList(),
                List.of());
    }

    /** The same, and what another one leaves out is left out as well. */
    public ObjectFilter and(SchemaObjectFilter other) {
        return new ObjectFilter(
                include,
                exclude,
                Stream.concat(others.stream(), Stream.of(other)).toList());
    }

    /** The part of a snapshot that it is about. */
    public Snapshot apply(Snapshot snapshot) {
        if (include.isEmpty() && exclude.isEmpty() && others.isEmpty()) {
            return snapshot;
        }
        return snapshot.with(snapshot.objects().values().stream()
                .filter(object -> includes(chain(object, snapshot)))
                .toList());
    }

    /** Whether it is about an object, given that and what it belongs to. */
    private boolean includes(List<ObjectKey> chain) {
        return (include.isEmpty() || chain.stream().anyMatch(key -> matches(include, key)))
                && chain.stream().noneMatch(key -> matches(exclude, key))
                && chain.stream().allMatch(key -> others.stream().allMatch(other -> other.includes(key)));
    }

    private static boolean matches(List<ObjectPattern> patterns, ObjectKey key) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(key));
    }

    /** An object, and what it belongs to. */
    private static List<ObjectKey> chain(SchemaObject object, Snapshot snapshot) {
        List<ObjectKey> chain = new ArrayList<>(List.of(object.key()));
        whole(object, snapshot).ifPresent(chain::add);
        return chain;
    }

    private static Optional<ObjectKey> whole(SchemaObject object, Snapshot snapshot) {
        ObjectKey key = object.key();
        if (key.kind() == SchemaKind.SEQUENCE) {
            return object.find("owned by").flatMap(column -> tableOf(column, snapshot));
        }
        return key.of().isEmpty()
                ? Optional.empty()
                : WHOLES.stream()
                        .map(kind -> ObjectKey.in(key.schema(), kind, key.of()))
                        .filter(snapshot::has)
                        .findFirst();
    }

    private static Optional<ObjectKey> tableOf(String column, Snapshot snapshot) {
        Matcher names = COLUMN.matcher(column);
        return names.matches()
                ? Optional.of(ObjectKey.in(unquoted(names.group(1)), SchemaKind.TABLE, unquoted(names.group(2))))
                        .filter(snapshot::has)
                : Optional.empty();
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
