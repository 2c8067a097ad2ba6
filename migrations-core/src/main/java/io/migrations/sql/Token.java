/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.Locale;

/**
 * One token of a statement, as written.
 *
 * @param offset where it starts in {@link Statement#text()}, counted in UTF-16 units
 */
public record Token(TokenKind kind, String text, int offset) {

    /** Whether this is that keyword or unquoted name, whatever its case. */
    public boolean is(String word) {
        return kind == TokenKind.WORD && Characters.sameWord(text, 0, text.length(), word);
    }

    /** Where it ends in {@link Statement#text()}, exclusive. */
    public int end() {
        return offset + text.length();
    }

    /**
     * The name PostgreSQL makes of an identifier: unquoted words folded to lower case, quotes taken off. Any other token
     * is returned as written. Escapes of {@code U&"…"} are not resolved.
     */
    public String identifier() {
        if (kind == TokenKind.WORD) {
            return Characters.fold(text);
        }
        if (kind != TokenKind.QUOTED_IDENTIFIER) {
            return text;
        }
        int open = text.indexOf('"');
        int close = text.length() > open + 1 && text.endsWith("\"") ? text.length() - 1 : text.length();
        return text.substring(open + 1, close).replace("\"\"", "\"");
    }

    /** The token as an upper-case keyword, for messages. */
    String keyword() {
        return text.toUpperCase(Locale.ROOT);
    }
}
