/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/** Finds where a numeric constant ends: decimal with fraction and exponent, or hexadecimal, octal, binary (16 and later). */
final class NumberEnd {

    private NumberEnd() {}

    static int of(String text, int start, int limit) {
        if (text.charAt(start) == '0' && start + 2 < limit && "xXoObB".indexOf(text.charAt(start + 1)) >= 0) {
            int radixEnd = hexDigits(text, start + 2, limit);
            if (radixEnd > start + 2) {
                return radixEnd;
            }
        }
        int i = digits(text, start, limit);
        // Two dots are the range of a PL/pgSQL loop, not a fraction.
        if (i < limit && text.charAt(i) == '.' && !(i + 1 < limit && text.charAt(i + 1) == '.')) {
            i = digits(text, i + 1, limit);
        }
        return exponent(text, i, limit);
    }

    private static int exponent(String text, int from, int limit) {
        if (from >= limit || (text.charAt(from) != 'e' && text.charAt(from) != 'E')) {
            return from;
        }
        int i = from + 1;
        if (i < limit && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
            i++;
        }
        return i < limit && Characters.isDigit(text.charAt(i)) ? digits(text, i, limit) : from;
    }

    private static int digits(String text, int from, int limit) {
        int i = from;
        while (i < limit && (Characters.isDigit(text.charAt(i)) || (i > from && text.charAt(i) == '_'))) {
            i++;
        }
        return i;
    }

    private static int hexDigits(String text, int from, int limit) {
        int i = from;
        while (i < limit && (text.charAt(i) == '_' || Character.digit(text.charAt(i), 16) >= 0)) {
            i++;
        }
        return i;
    }
}
