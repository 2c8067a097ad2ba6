/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of objects, with wildcards: {@code public.audit_*}, {@code view:*}, {@code column:public.orders.legacy_*}.
 * Without a kind it is about what stands by itself, with all that belongs to it.
 *
 * @param kind the kind of object; none where any kind will do
 * @param parts the names, from the outermost on; an absent schema is any
 */
record ObjectPattern(@Nullable SchemaKind kind, List<Pattern> parts) {

    private static final Pattern KIND = Pattern.compile("[A-Za-z][A-Za-z _-]*");
    private static final String ANY = ".*";

    ObjectPattern {
        parts = List.copyOf(parts);
    }

    static ObjectPattern parse(String text) {
        int colon = text.indexOf(':');
        boolean prefixed = colon > 0 && KIND.matcher(text.substring(0, colon)).matches();
        SchemaKind kind = prefixed ? kind(text, text.substring(0, colon)) : null;
        List<Pattern> parts = parts(text, prefixed ? text.substring(colon + 1) : text);
        if (parts.size() == 3 && kind == null) {
            throw new InvalidPatternException(
                    text,
                    "three names are those of a part of something, and it does not say of which kind.",
                    "Write the kind before it, such as 'column:%s'.".formatted(text));
        }
        return new ObjectPattern(kind, parts);
    }

    /** Whether it is about the object itself. */
    boolean matches(ObjectKey key) {
        if (kind == null ? !key.of().isEmpty() : key.kind() != kind) {
            return false;
        }
        if (kind == null && key.kind() == SchemaKind.SCHEMA && parts.size() == 2) {
            // All of a schema, and so the schema as well.
            return parts.get(1).pattern().equals(ANY) && is(0, key.name());
        }
        return switch (parts.size()) {
            case 1 -> is(0, key.name());
            case 2 -> is(0, key.schema()) && is(1, key.name());
            default -> is(0, key.schema()) && is(1, key.of()) && is(2, key.name());
        };
    }

    private boolean is(int part, String name) {
        return parts.get(part).matcher(name).matches();
    }

    private static SchemaKind kind(String text, String name) {
        String constant = name.strip().replaceAll("[ -]", "_").toUpperCase(Locale.ROOT);
        return Arrays.stream(SchemaKind.values())
                .filter(kind -> kind.name().equals(constant))
                .findFirst()
                .orElseThrow(() -> new InvalidPatternException(
                        text,
                        "there is no kind '%s'.".formatted(name),
                        "Known are %s; a colon that belongs to a name is written in double quotes."
                                .formatted(Arrays.stream(SchemaKind.values())
                                        .map(kind ->
                                                kind.name().replace('_', '-').toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }

    private static List<Pattern> parts(String text, String names) {
        List<Pattern> parts = new ArrayList<>();
        var part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < names.length(); i++) {
            char c = names.charAt(i);
            if (c == '"') {
                if (quoted && names.startsWith("\"", i + 1)) {
                    part.append(Pattern.quote("\""));
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == '.' && !quoted) {
                parts.add(part(text, part.toString()));
                part.setLength(0);
            } else {
                part.append(quoted ? Pattern.quote(String.valueOf(c)) : wildcard(c));
            }
        }
        if (quoted) {
            throw new InvalidPatternException(
                    text, "its double quote is never closed.", "Close it, or double one that belongs to the name.");
        }
        parts.add(part(text, part.toString()));
        if (parts.size() > 3) {
            throw new InvalidPatternException(
                    text,
                    "it has %d names.".formatted(parts.size()),
                    "Write schema.name, or kind:schema.table.name for a part; a dot that belongs to a name is written in double quotes.");
        }
        return parts;
    }

    private static Pattern part(String text, String regex) {
        if (regex.isEmpty()) {
            throw new InvalidPatternException(text, "a name in it is empty.", "Write '*' for any.");
        }
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static String wildcard(char c) {
        return switch (c) {
            case '*' -> ANY;
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
        };
    }
}
