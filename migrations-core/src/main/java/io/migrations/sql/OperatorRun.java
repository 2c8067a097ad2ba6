/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/**
 * Cuts a run of operator characters into operators: a comment start ends the run, and an operator of several characters
 * ends in a plus or minus sign only if it also holds one of {@code ~ ! @ # ^ & | ` ? %}. The run is looked at once,
 * however many operators it turns out to hold.
 */
final class OperatorRun {

    private int runEnd = -1;
    private int lastSpecial;
    private int lastUnsigned;

    int end(String text, int start, int limit) {
        if (start >= runEnd) {
            measure(text, start, limit);
        }
        return lastSpecial >= start ? runEnd : Math.max(lastUnsigned, start) + 1;
    }

    private void measure(String text, int start, int limit) {
        lastSpecial = -1;
        lastUnsigned = -1;
        runEnd = start;
        while (runEnd < limit && Characters.isOperator(text.charAt(runEnd)) && !commentStarts(text, runEnd, limit)) {
            char c = text.charAt(runEnd);
            if (Characters.isSpecialOperator(c)) {
                lastSpecial = runEnd;
            }
            if (c != '+' && c != '-') {
                lastUnsigned = runEnd;
            }
            runEnd++;
        }
    }

    private static boolean commentStarts(String text, int index, int limit) {
        if (index + 1 >= limit) {
            return false;
        }
        char c = text.charAt(index);
        char next = text.charAt(index + 1);
        return (c == '-' && next == '-') || (c == '/' && next == '*');
    }
}
