/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of two values of a property, and which of them only one has. */
final class LineDifference {

    /** More common lines than so many in a row are cut. */
    private static final int CONTEXT = 3;
    /** Beyond so many lines they are not paired: the time grows with the square. */
    private static final int LARGEST = 1500;

    private LineDifference() {}

    /** {@code "  "} before a common line, {@code "- "} before an expected one, {@code "+ "} before one that is there. */
    static List<String> of(@Nullable String expected, @Nullable String actual) {
        List<String> before = lines(expected);
        List<String> after = lines(actual);
        List<String> all = new ArrayList<>();
        if (before.size() > LARGEST || after.size() > LARGEST) {
            before.forEach(line -> all.add("- " + line));
            after.forEach(line -> all.add("+ " + line));
            return all;
        }
        int[][] common = longestCommon(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                all.add("  " + before.get(i++));
                j++;
            } else if (j == after.size() || (i < before.size() && common[i + 1][j] >= common[i][j + 1])) {
                all.add("- " + before.get(i++));
            } else {
                all.add("+ " + after.get(j++));
            }
        }
        return shortened(all);
    }

    private static List<String> lines(@Nullable String value) {
        return value == null ? List.of() : List.of(value.split("\n", -1));
    }

    /** For each pair of ends, how many lines they have in common in the same order. */
    private static int[][] longestCommon(List<String> before, List<String> after) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> shortened(List<String> all) {
        var kept = new ArrayList<String>();
        boolean cut = false;
        for (int i = 0; i < all.size(); i++) {
            boolean near = all.subList(Math.max(0, i - CONTEXT), Math.min(all.size(), i + CONTEXT + 1)).stream()
                    .anyMatch(line -> !line.startsWith("  "));
            if (near) {
                kept.add(all.get(i));
            } else if (!cut) {
                kept.add("  …");
            }
            cut = !near;
        }
        return kept;
    }
}
