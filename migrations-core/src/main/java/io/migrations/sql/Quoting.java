/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/** How a string constant is read up to its closing quote. */
enum Quoting {
    /** A doubled quote stands for one; a backslash is a character like any other. */
    STANDARD,
    /** A doubled quote stands for one, and a backslash escapes what follows it. */
    BACKSLASH,
    /** Bits: nothing is escaped, so the next quote ends it. */
    BITS;

    /** The index after the closing quote of what was opened before {@code from}, or -1 when it is never closed. */
    int end(String text, int from, int limit, char quote) {
        int i = from;
        while (i < limit) {
            char c = text.charAt(i);
            if (c == '\\' && this == BACKSLASH) {
                i += 2;
            } else if (c != quote) {
                i++;
            } else if (this != BITS && i + 1 < limit && text.charAt(i + 1) == quote) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return -1;
    }

    /** Whether that is one such constant, with its quotes, and nothing behind it. */
    boolean isWhole(String constant) {
        return end(constant, constant.indexOf('\'') + 1, constant.length(), '\'') == constant.length();
    }

    /** Whether the backslashes before a place in a constant would escape what stands there. */
    static boolean isEscaped(String text, int start, int at) {
        int from = at;
        while (from > start && text.charAt(from - 1) == '\\') {
            from--;
        }
        return (at - from) % 2 == 1;
    }

    /** A value as a part of such a constant, which it cannot end. */
    String escaped(String value) {
        return switch (this) {
            case STANDARD -> value.replace("'", "''");
            case BACKSLASH -> value.replace("\\", "\\\\").replace("'", "''");
            case BITS -> value;
        };
    }

    /** The index after the second dollar of the opening delimiter at {@code start}, or -1 when there is none. */
    static int dollarTagEnd(String text, int start, int limit) {
        int i = start + 1;
        if (i < limit && Characters.isIdentifierStart(text.charAt(i))) {
            while (i < limit && Characters.isTagPart(text.charAt(i))) {
                i++;
            }
        }
        return i < limit && text.charAt(i) == '$' ? i + 1 : -1;
    }

    /** The index after the closing delimiter of the dollar quote whose inside starts at {@code from}, or -1. */
    static int dollarQuoteEnd(String text, String tag, int from, int limit) {
        int closing = text.indexOf(tag, from);
        return closing < 0 || closing + tag.length() > limit ? -1 : closing + tag.length();
    }

    /** The index after the end of the block comment at {@code start}, or -1. Block comments nest. */
    static int blockCommentEnd(String text, int start, int limit) {
        int depth = 0;
        int i = start;
        while (i + 1 < limit) {
            char c = text.charAt(i);
            char next = text.charAt(i + 1);
            if (c == '/' && next == '*') {
                depth++;
                i += 2;
            } else if (c == '*' && next == '/') {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return -1;
    }
}
