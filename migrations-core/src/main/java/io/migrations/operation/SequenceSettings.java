/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sequence is set to; nothing is said of what is null. "CREATE SEQUENCE" in the PostgreSQL documentation.
 *
 * @param type {@code smallint}, {@code integer} or {@code bigint}
 * @param cycling whether it begins again after its last value
 * @param owner the column that it is dropped with
 */
public record SequenceSettings(
        @Nullable Type type,
        @Nullable Long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        @Nullable Long start,
        @Nullable Long cache,
        @Nullable Boolean cycling,
        @Nullable Owner owner)
        implements SequenceClauses<SequenceSettings> {

    /** Nothing said. */
    public static final SequenceSettings NONE = new SequenceSettings(null, null, null, null, null, null, null, null);

    /**
     * The column that a sequence is dropped with.
     *
     * @param table the table; null where no column owns the sequence
     * @param column the column; null with the table
     */
    public record Owner(@Nullable Name table, @Nullable String column) {

        /** No column: {@code OWNED BY NONE}. */
        public static final Owner NONE = new Owner(null, null);

        public static Owner of(String table, String column) {
            return new Owner(Name.of(table), Names.require("column", column));
        }

        private String sql() {
            return table == null || column == null ? "NONE" : table.sql() + "." + Identifiers.quoted(column);
        }
    }

    @Override
    public SequenceSettings settings() {
        return this;
    }

    @Override
    public SequenceSettings with(SequenceSettings settings) {
        return settings;
    }

    /** As SQL; empty where nothing is said. */
    String sql() {
        List<String> parts = new ArrayList<>();
        add(parts, "AS", type);
        add(parts, "INCREMENT BY", increment);
        add(parts, "MINVALUE", minimum);
        add(parts, "MAXVALUE", maximum);
        add(parts, "START WITH", start);
        add(parts, "CACHE", cache);
        if (cycling != null) {
            parts.add(cycling ? "CYCLE" : "NO CYCLE");
        }
        add(parts, "OWNED BY", owner == null ? null : owner.sql());
        return String.join(" ", parts);
    }

    private static void add(List<String> parts, String words, @Nullable Object value) {
        if (value != null) {
            parts.add(words + " " + value);
        }
    }

    /** What another says of everything that this says something of. */
    SequenceSettings answeredBy(SequenceSettings other) {
        // A new type moves the bounds, if they were those of the old one, and going back does not always move them
        // back.
        boolean bounds = type != null;
        return new SequenceSettings(
                type == null ? null : other.type,
                increment == null ? null : other.increment,
                minimum == null && !bounds ? null : other.minimum,
                maximum == null && !bounds ? null : other.maximum,
                start == null ? null : other.start,
                cache == null ? null : other.cache,
                cycling == null ? null : other.cycling,
                owner == null ? null : other.owner);
    }

    /** The names of what {@link #answeredBy} finds no answer to. */
    List<String> unansweredBy(SequenceSettings other) {
        List<String> missing = new ArrayList<>();
        miss(missing, "as", type, other.type);
        miss(missing, "increment", increment, other.increment);
        miss(missing, "min", type == null ? minimum : type, other.minimum);
        miss(missing, "max", type == null ? maximum : type, other.maximum);
        miss(missing, "start", start, other.start);
        miss(missing, "cache", cache, other.cache);
        miss(missing, "cycle", cycling, other.cycling);
        miss(missing, "ownedBy", owner, other.owner);
        return missing;
    }

    private static void miss(List<String> missing, String name, @Nullable Object said, @Nullable Object answer) {
        if (said != null && answer == null) {
            missing.add(name);
        }
    }
}
