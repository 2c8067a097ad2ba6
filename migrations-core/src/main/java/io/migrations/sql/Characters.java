/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/**
 * The character classes of PostgreSQL's lexer. Only ASCII letters have a case there, and everything beyond ASCII belongs
 * to identifiers.
 */
final class Characters {

    private Characters() {}

    static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** Where the line around that offset ends: at its line end, or at the end of the text. */
    static int lineEnd(String text, int offset) {
        int i = offset;
        while (i < text.length() && !isLineEnd(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isIdentifierStart(char c) {
        return isLetter(c) || c == '_' || c >= 0x80;
    }

    static boolean isIdentifierPart(char c) {
        return isTagPart(c) || c == '$';
    }

    /** What may follow the first character of a dollar quote's tag, or make up a psql variable's name. */
    static boolean isTagPart(char c) {
        return isIdentifierStart(c) || isDigit(c);
    }

    static boolean isPlaceholderPart(char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
    }

    static boolean isOperator(char c) {
        return "+-*/<>=".indexOf(c) >= 0 || isSpecialOperator(c);
    }

    /** One of these lets an operator end in a plus or a minus sign. */
    static boolean isSpecialOperator(char c) {
        return "~!@#^&|`?%".indexOf(c) >= 0;
    }

    /** Whether that stretch of the text is the word. */
    static boolean sameWord(String text, int start, int end, String word) {
        if (end - start != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (fold(text.charAt(start + i)) != fold(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                return foldFrom(text, i);
            }
        }
        return text;
    }

    private static String foldFrom(String text, int from) {
        char[] folded = text.toCharArray();
        for (int i = from; i < folded.length; i++) {
            folded[i] = fold(folded[i]);
        }
        return new String(folded);
    }

    private static char fold(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
