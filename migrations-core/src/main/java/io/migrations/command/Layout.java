/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

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
}
