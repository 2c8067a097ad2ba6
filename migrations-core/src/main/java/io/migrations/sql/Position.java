/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/**
 * A place in a script as people count it: line and column both start at 1, and a column is a character (a code point),
 * not a UTF-16 unit. LF, CRLF and a lone CR each end a line.
 */
public record Position(int line, int column) {

    static final Position START = new Position(1, 1);

    public Position {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("line " + line + " and column " + column + " must both be at least 1");
        }
    }

    /** Where one arrives that stands here, at {@code from} in the text, and reads on to {@code to}. */
    Position advance(String text, int from, int to) {
        int newLine = line;
        int newColumn = column;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
                newLine++;
                newColumn = 1;
            } else if (!(Character.isLowSurrogate(c) && i > 0 && Character.isHighSurrogate(text.charAt(i - 1)))) {
                newColumn++;
            }
        }
        return new Position(newLine, newColumn);
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
