/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.stream.IntStream;

/** Whether a word may be another one, mistyped. */
final class Spelling {

    private static final int MOST_MISTAKES = 2;

    private Spelling() {}

    /** Whether two letters at most are wrong, missing or too many; two in the wrong order are two. */
    static boolean isClose(String typed, String meant) {
        int[] previous = IntStream.rangeClosed(0, meant.length()).toArray();
        for (int i = 1; i <= typed.length(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int replaced = previous[j - 1] + (typed.charAt(i - 1) == meant.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[meant.length()] <= MOST_MISTAKES;
    }
}
