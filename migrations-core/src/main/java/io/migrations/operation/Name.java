/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The name of a table, or of anything else that lives in a schema. Kept as it is, case included: {@code Orders} is not
 * {@code orders}.
 *
 * @param schema the schema; none where the search path decides
 * @param simple the name within it
 */
public record Name(@Nullable String schema, String simple) {

    public Name {
        if (schema != null) {
            Names.require("schema", schema);
        }
        Names.require("object", simple);
    }

    /**
     * Reads a name with or without a schema: {@code orders}, {@code billing.orders}. A part that has a dot of its own is
     * written in double quotes: {@code "1.5 report"}.
     *
     * @throws InvalidOperationException for an empty part, one that is too long for PostgreSQL, or more than two
     */
    public static Name of(String text) {
        List<String> parts = parts(text);
        if (parts.size() > 2) {
            throw new InvalidOperationException(
                    "The name '%s' has %d parts.".formatted(text, parts.size()),
                    "Write schema.name, and put a part that has a dot of its own into double quotes.");
        }
        return parts.size() == 2 ? new Name(parts.get(0), parts.get(1)) : new Name(null, parts.get(0));
    }

    /** As SQL: quoted where needed, qualified where a schema is known. */
    public String sql() {
        return schema == null
                ? Identifiers.quoted(simple)
                : Identifiers.quoted(schema) + "." + Identifiers.quoted(simple);
    }

    /** Another name in the same schema. */
    public Name sibling(String other) {
        return new Name(schema, other);
    }

    /** The same name in another schema. */
    public Name in(String other) {
        return new Name(other, simple);
    }

    public Optional<String> findSchema() {
        return Optional.ofNullable(schema);
    }

    /** As it is written for people. */
    @Override
    public String toString() {
        return schema == null ? simple : schema + "." + simple;
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (doubled) {
                    part.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == '.' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (quoted) {
            throw new InvalidOperationException(
                    "The double quote in '%s' is never closed.".formatted(text),
                    "Close it, or double one that belongs to the name.");
        }
        parts.add(part.toString());
        return parts;
    }
}
