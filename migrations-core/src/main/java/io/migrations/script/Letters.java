/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Arrays;
import java.util.Locale;

/** What is left of a name without case and separators, to tell what was probably meant by a mistyped one. */
final class Letters {

    private static final int MOST_DIFFERENT = 2;

    private Letters() {}

    static String of(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** Whether two letters at most differ, by Levenshtein's distance. */
    static boolean areNear(String left, String right) {
        int[] previous = new int[right.length() + 1];
        Arrays.setAll(previous, j -> j);
        for (int i = 1; i <= left.length(); i++) {
            int[] current = new int[right.length() + 1];
            current[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int replaced = previous[j - 1] + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[right.length()] <= MOST_DIFFERENT;
    }
}
