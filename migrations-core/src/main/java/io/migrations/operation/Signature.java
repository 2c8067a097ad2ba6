/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Fragment;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a routine with its arguments.
 *
 * @param arguments as SQL, with their modes, names and defaults: {@code amount numeric, rate numeric DEFAULT 0.1}; empty
 *     where there are none, null where the name alone says which routine it is
 */
public record Signature(Name name, @Nullable String arguments) {

    /** Checks that the arguments stay within their parentheses. */
    public Signature {
        arguments = arguments == null ? null : arguments.strip();
        if (arguments != null && !Fragment.isSelfContained(arguments)) {
            throw new InvalidOperationException(
                    "The arguments '%s' of '%s' leave a quote or a parenthesis open, or have a comment."
                            .formatted(arguments, name),
                    "Write them as in CREATE FUNCTION.");
        }
    }

    /**
     * Reads a signature: {@code billing.fee(amount numeric, rate numeric DEFAULT 0.1)}, {@code touch()}, or the name
     * alone where only one routine has it.
     */
    public static Signature of(String text) {
        String whole = text.strip();
        int open = openingParenthesis(whole);
        if (open < 0) {
            return new Signature(Name.of(whole), null);
        }
        if (!whole.endsWith(")")) {
            throw new InvalidOperationException(
                    "The signature '%s' does not end with its arguments.".formatted(text),
                    "Write it as name(type, type).");
        }
        return new Signature(Name.of(whole.substring(0, open).strip()), whole.substring(open + 1, whole.length() - 1));
    }

    /** As SQL, with everything: how it is created. */
    public String sql() {
        return arguments == null ? name.sql() : name.sql() + "(" + arguments + ")";
    }

    /** The same, where it says what the arguments are. */
    Signature complete() {
        if (arguments == null) {
            throw new InvalidOperationException(
                    "The signature '%s' does not say what the arguments are.".formatted(name),
                    "Write it as name(type, type), or name() where there are none.");
        }
        return this;
    }

    /** The routine itself, without the defaults of its arguments. */
    DatabaseObject object(ObjectKind kind) {
        return new DatabaseObject(kind, name, null, arguments == null ? null : withoutDefaults(arguments));
    }

    private static int openingParenthesis(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    /** A default is no part of what a routine is called by: "DROP FUNCTION" refuses it. */
    private static String withoutDefaults(String arguments) {
        StringBuilder kept = new StringBuilder();
        int from = 0;
        int depth = 0;
        boolean inDefault = false;
        for (Token token : tokens(arguments)) {
            depth += switch (token.text()) {
                case "(", "[" -> 1;
                case ")", "]" -> -1;
                default -> 0;
            };
            if (depth == 0 && !inDefault && (token.is("default") || token.text().equals("="))) {
                kept.append(arguments, from, token.offset());
                inDefault = true;
            } else if (depth == 0 && inDefault && token.text().equals(",")) {
                kept.setLength(kept.toString().stripTrailing().length());
                from = token.offset();
                inDefault = false;
            }
        }
        return inDefault
                ? kept.toString().stripTrailing()
                : kept.append(arguments, from, arguments.length()).toString();
    }

    private static List<Token> tokens(String arguments) {
        return SqlScript.parse(arguments).statements().stream()
                .flatMap(statement -> statement.tokens().stream())
                .toList();
    }
}
