/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.Locale;

/**
 * One token of a statement, as written.
 *
 * @param offset where it starts in {@link Statement#text()}, counted in UTF-16 units
 */
public record Token(TokenKind kind, String text, int offset) {

    /** A name has no more characters that count, nor has any keyword. */
    private static final int LONGEST_KEYWORD = Identifiers.LONGEST;

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

    /** The token as an upper-case keyword, for messages: of anything longer, and of anything with lines, the beginning. */
    String keyword() {
        int end = 0;
        while (end < Math.min(text.length(), LONGEST_KEYWORD) && !Character.isISOControl(text.charAt(end))) {
            end++;
        }
        String beginning = text.substring(0, end).toUpperCase(Locale.ROOT);
        return end == text.length() ? beginning : beginning + "...";
    }
}
