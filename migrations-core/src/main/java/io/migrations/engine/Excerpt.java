/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

/** The line of a statement that an error is about, with a caret under the place. */
final class Excerpt {

    private static final int WIDTH = 100;

    private Excerpt() {}

    /** The excerpt for a character of the text, counted from 1 as the server counts. */
    static String of(String text, int index) {
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
