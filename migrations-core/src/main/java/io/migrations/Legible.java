/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations;

/**
 * Text of others as it may be printed: what a terminal would obey, what would begin another line of a log, or turn the
 * rest of the line around, is shown as its code, so that {@code ESC} becomes <code>&#92;u001b</code>.
 */
public final class Legible {

    private Legible() {}

    /** A text that may have several lines. */
    public static String text(String text) {
        return text(text, true);
    }

    /** What has to stay within one line: a name, a title, the text of a cell. */
    public static String line(String text) {
        return text(text, false);
    }

    /** Whether a character shows where it is printed, and does nothing but that. */
    public static boolean isLegible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            // The joiners belong to scripts and emoji; the rest of this kind turns text around or cannot be seen.
            case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D;
            default -> true;
        };
    }

    private static String text(String text, boolean lines) {
        int i = 0;
        while (i < text.length() && isShown(text, i, lines)) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i == text.length() ? text : textFrom(text, i, lines);
    }

    private static String textFrom(String text, int from, boolean lines) {
        var shown = new StringBuilder(text.length() + 16).append(text, 0, from);
        int i = from;
        while (i < text.length()) {
            int codePoint = text.codePointAt(i);
            if (isShown(text, i, lines)) {
                shown.appendCodePoint(codePoint);
            } else {
                shown.append(code(codePoint));
            }
            i += Character.charCount(codePoint);
        }
        return shown.toString();
    }

    private static boolean isShown(String text, int index, boolean lines) {
        char c = text.charAt(index);
        if (c == '\t') {
            return true;
        }
        return (lines && (c == '\n' || (c == '\r' && text.startsWith("\n", index + 1))))
                || isLegible(text.codePointAt(index));
    }

    /** A character that does not show, as source code writes it. */
    public static String code(int codePoint) {
        return codePoint <= 0xFFFF ? "\\u%04x".formatted(codePoint) : "\\U%08x".formatted(codePoint);
    }
}
