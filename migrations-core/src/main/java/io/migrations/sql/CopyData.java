/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import org.jspecify.annotations.Nullable;

/**
 * The rows after {@code COPY … FROM STDIN;}: from the next line up to a line that holds only a backslash and a period.
 *
 * @param end where that last line starts
 * @param next where the script goes on
 */
record CopyData(int start, int end, int next) {

    static @Nullable CopyData find(String text, int lineEnd) {
        // A carriage return may be data, unless it is what ends the lines of this file.
        boolean bareReturns = isReturn(text, lineEnd) && !isFeed(text, lineEnd + 1);
        int start = afterLineEnd(text, lineEnd);
        int line = start;
        while (line < text.length()) {
            int feed = text.indexOf(bareReturns ? '\r' : '\n', line);
            int end = feed < 0 ? text.length() : feed;
            if (isMarker(text, line, end)) {
                return new CopyData(start, line, Math.min(end + 1, text.length()));
            }
            line = end + 1;
        }
        return null;
    }

    static SqlFault missing(Position position) {
        return new SqlFault(
                position,
                "COPY … FROM STDIN has no rows.",
                "End it with ';', then write the rows and a line '\\.' at their end.");
    }

    static SqlFault endless(Position position) {
        return new SqlFault(
                position, "The rows of COPY … FROM STDIN never end.", "Write a line '\\.' after the last row.");
    }

    static SqlFault crowded(Position position) {
        return new SqlFault(
                position,
                "The rows of COPY … FROM STDIN start on the next line, but this one goes on.",
                "Put what follows after the line '\\.'.");
    }

    private static boolean isMarker(String text, int line, int end) {
        int last = end > line && text.charAt(end - 1) == '\r' ? end - 1 : end;
        return last - line == 2 && text.startsWith("\\.", line);
    }

    private static int afterLineEnd(String text, int lineEnd) {
        int next = Math.min(lineEnd + 1, text.length());
        return isReturn(text, lineEnd) && isFeed(text, next) ? next + 1 : next;
    }

    private static boolean isReturn(String text, int index) {
        return index < text.length() && text.charAt(index) == '\r';
    }

    private static boolean isFeed(String text, int index) {
        return index < text.length() && text.charAt(index) == '\n';
    }
}
