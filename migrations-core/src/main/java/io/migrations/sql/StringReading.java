/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * Knows how the next string constant is read. One goes on in the next when only blanks and line comments, with a line end
 * among them, are between the two, and is then still read the way its first part is.
 */
final class StringReading {

    private boolean backslashQuotes;
    private @Nullable Quoting continued;
    private boolean lineEnded;

    StringReading(boolean backslashQuotes) {
        this.backslashQuotes = backslashQuotes;
    }

    boolean backslashQuotes() {
        return backslashQuotes;
    }

    void backslashQuotes(boolean on) {
        backslashQuotes = on;
    }

    /** How a constant is read that starts with its quote. */
    Quoting quoting() {
        return continued != null && lineEnded ? continued : plain();
    }

    /** How a constant is read that starts with that letter and a quote; null when the letter is a word of its own. */
    @Nullable Quoting quotingAfter(char prefix) {
        return switch (prefix) {
            case 'e', 'E' -> Quoting.BACKSLASH;
            case 'b', 'B', 'x', 'X' -> Quoting.BITS;
            case 'n', 'N' -> plain();
            default -> null;
        };
    }

    void ended(Quoting quoting) {
        continued = quoting;
        lineEnded = false;
    }

    void blank(char c) {
        lineEnded |= Characters.isLineEnd(c);
    }

    /** Something came that no constant goes on after: another token, a block comment, a dollar quote. */
    void interrupt() {
        continued = null;
    }

    private Quoting plain() {
        return backslashQuotes ? Quoting.BACKSLASH : Quoting.STANDARD;
    }
}
