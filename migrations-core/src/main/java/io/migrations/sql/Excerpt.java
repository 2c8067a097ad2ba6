/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.List;

/** The part of a statement that a person needs to see to know what an error is about. */
public final class Excerpt {

    private static final int WIDTH = 100;
    private static final int LINES = 8;

    private Excerpt() {}

    /** The first lines of the statement. */
    public static String beginning(String text) {
        List<String> lines = text.lines().map(Excerpt::cut).limit(LINES + 1L).toList();
        return lines.size() <= LINES
                ? String.join(System.lineSeparator(), lines)
                : String.join(System.lineSeparator(), lines.subList(0, LINES)) + System.lineSeparator() + "...";
    }

    private static String cut(String line) {
        return line.length() <= 2 * WIDTH ? line : line.substring(0, 2 * WIDTH) + "...";
    }

    /** The line of a character, with a caret under it. Characters are counted from 1, as the server counts. */
    public static String at(String text, int index) {
        int at = Math.min(
                text.offsetByCodePoints(0, Math.min(index - 1, text.codePointCount(0, text.length()))), text.length());
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int end = text.indexOf('\n', at);
        String line = text.substring(start, end < 0 ? text.length() : end).replace("\r", "");
        int column = Math.min(at - start, line.length());
        if (column > WIDTH) {
            int cut = column - WIDTH / 2;
            line = "..." + line.substring(cut);
            column = column - cut + "...".length();
        }
        if (line.length() > column + WIDTH) {
            line = line.substring(0, column + WIDTH) + "...";
        }
        // Tabs stay tabs, so that the caret stands below its character at any tab width.
        String indent = line.substring(0, column).replaceAll("[^\t]", " ");
        return line + System.lineSeparator() + indent + "^";
    }
}
