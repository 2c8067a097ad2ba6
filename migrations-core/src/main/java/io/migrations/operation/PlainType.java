/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A type by one name of several, and how values of another become its own without losing a part of themselves. A cast by
 * {@code ::} cuts what is too long where an assignment refuses it, so it is only for types that have no length.
 *
 * @param name the name without schema, length and brackets; in quotes as it is written
 * @param array whether it is an array of those
 * @param measured whether it has a length, a precision or a scale
 */
record PlainType(String name, boolean array, boolean measured) {

    /** How values get from one type to another. */
    enum Way {
        /** PostgreSQL does it by itself, and refuses what does not fit. */
        ASSIGNMENT,
        /** By a cast, which refuses what does not fit. */
        CAST,
        /** Nobody knows, or a cast might cut values. */
        UNKNOWN
    }

    private static final Pattern BRACKETS = Pattern.compile("( array)?( ?\\[[0-9 ]*\\])+$| array$");
    private static final Pattern MEASURE = Pattern.compile("\\([^()]*\\)");

    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext");
    private static final Set<String> BITS = Set.of("bit", "varbit");
    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision");
    private static final Set<String> DAYS = Set.of("date", "timestamp", "timestamptz");
    private static final Set<String> DOCUMENTS = Set.of("json", "jsonb");

    /** What text is read as as a whole, or not at all. */
    private static final Set<String> READ_WHOLE =
            Set.of("smallint", "integer", "bigint", "numeric", "boolean", "uuid", "json", "inet", "bytea");

    private static final Map<String, String> ALIASES = aliases();

    static PlainType of(Type type) {
        String sql = type.sql();
        if (sql.indexOf('"') >= 0) {
            return new PlainType(sql, false, true);
        }
        String words = words(sql.toLowerCase(Locale.ROOT));
        String element = BRACKETS.matcher(words).replaceFirst("");
        String bare = words(MEASURE.matcher(element).replaceAll(" "));
        String local = bare.startsWith("pg_catalog.") ? bare.substring("pg_catalog.".length()) : bare;
        return new PlainType(ALIASES.getOrDefault(local, local), !element.equals(words), !bare.equals(element));
    }

    /** How values of this type become values of another. */
    Way to(PlainType other) {
        if (name.equals(other.name) && array == other.array) {
            return Way.ASSIGNMENT;
        }
        if (TEXTS.contains(other.name) && (array || !other.array)) {
            return Way.ASSIGNMENT;
        }
        if (array != other.array) {
            return Way.UNKNOWN;
        }
        if (areBoth(NUMBERS, other) || areBoth(DAYS, other) || areBoth(DOCUMENTS, other) || areBoth(BITS, other)) {
            return Way.ASSIGNMENT;
        }
        boolean whole = TEXTS.contains(name) && READ_WHOLE.contains(other.name) && !other.measured;
        boolean counted = name.equals("boolean") && other.name.equals("integer");
        return whole || counted ? Way.CAST : Way.UNKNOWN;
    }

    private boolean areBoth(Set<String> family, PlainType other) {
        return family.contains(name) && family.contains(other.name);
    }

    private static String words(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Map<String, String> aliases() {
        var aliases = new HashMap<String, String>();
        for (String character : Set.of("character", "char", "national character", "national char", "nchar")) {
            aliases.put(character, "bpchar");
            aliases.put(character + " varying", "varchar");
        }
        aliases.put("bit varying", "varbit");
        aliases.put("int2", "smallint");
        aliases.put("int", "integer");
        aliases.put("int4", "integer");
        aliases.put("int8", "bigint");
        aliases.put("decimal", "numeric");
        aliases.put("dec", "numeric");
        aliases.put("float4", "real");
        aliases.put("float", "double precision");
        aliases.put("float8", "double precision");
        aliases.put("bool", "boolean");
        aliases.put("timestamp without time zone", "timestamp");
        aliases.put("timestamp with time zone", "timestamptz");
        return Map.copyOf(aliases);
    }
}
