/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal of 80 columns. */
final class Layout {

    static final int WIDTH = 80;
    private static final int LEAST = 20;
    private static final String ELLIPSIS = "...";

    private Layout() {}

    /** The text in at most this many columns, but in as many as it takes to say anything. */
    static String cut(String text, int columns) {
        int most = Math.max(columns, LEAST);
        return text.length() <= most
                ? text
                : text.substring(0, most - ELLIPSIS.length()).stripTrailing() + ELLIPSIS;
    }

    /** The text in lines of at most this many columns, broken between words; a longer word has its own line. */
    static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.strip().split("\\s+", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > Math.max(columns, LEAST)) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A text that begins right of another, its further lines below its first. */
    static String hanging(String left, String text) {
        return left + String.join("\n" + " ".repeat(left.length()), wrap(text, WIDTH - left.length()));
    }
}
