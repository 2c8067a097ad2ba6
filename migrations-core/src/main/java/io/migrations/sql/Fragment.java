/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.Set;

/** What may be put into a statement without becoming more than a part of it. */
public final class Fragment {

    private static final Set<Lexeme> FOREIGN =
            Set.of(Lexeme.LINE_COMMENT, Lexeme.BLOCK_COMMENT, Lexeme.META_COMMAND, Lexeme.VARIABLE);

    private Fragment() {}

    /** Whether a text neither ends the statement it is put into, nor opens a comment, nor leaves a quote open. */
    static boolean staysInside(String text) {
        return staysInside(text, false);
    }

    /** The same, where a backslash escapes in plain string constants or does not. */
    static boolean staysInside(String text, boolean backslashQuotes) {
        var lexer = new Lexer(text, 0, text.length(), backslashQuotes);
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            boolean ends = lexeme == Lexeme.PUNCTUATION && text.charAt(lexer.start()) == ';';
            if (ends || FOREIGN.contains(lexeme) || lexer.unfinished() != null) {
                return false;
            }
        }
        return text.indexOf('\0') < 0;
    }

    /** The same, with its parentheses and brackets in balance, so that those around it stay around all of it. */
    public static boolean isSelfContained(String text) {
        if (!staysInside(text)) {
            return false;
        }
        StringBuilder open = new StringBuilder();
        var lexer = new Lexer(text, 0, text.length(), false);
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            char c = lexeme == Lexeme.PUNCTUATION ? text.charAt(lexer.start()) : ' ';
            if (c == '(' || c == '[') {
                open.append(c == '(' ? ')' : ']');
            } else if (c == ')' || c == ']') {
                int last = open.length() - 1;
                if (last < 0 || open.charAt(last) != c) {
                    return false;
                }
                open.setLength(last);
            }
        }
        return open.isEmpty();
    }
}
