/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.ArrayList;
import java.util.List;

/** Two texts line by line, as a person compares them: what is common, what went, what came. */
public final class TextDifference {

    private static final int CONTEXT = 2;
    /** Beyond this many differing lines a line-by-line pairing says no more than the two blocks do. */
    private static final int LARGEST = 2000;

    private final List<String> lines = new ArrayList<>();

    private TextDifference() {}

    /** The difference: {@code "  "} before a common line, {@code "- "} before an old one, {@code "+ "} before a new one. */
    public static String of(String before, String after) {
        List<String> old = before.strip().lines().map(String::stripTrailing).toList();
        List<String> current = after.strip().lines().map(String::stripTrailing).toList();
        int start = 0;
        while (start < Math.min(old.size(), current.size()) && old.get(start).equals(current.get(start))) {
            start++;
        }
        int end = 0;
        while (end < Math.min(old.size(), current.size()) - start
                && old.get(old.size() - 1 - end).equals(current.get(current.size() - 1 - end))) {
            end++;
        }
        var difference = new TextDifference();
        difference.addAll("  ", old.subList(Math.max(0, start - CONTEXT), start));
        difference.compare(old.subList(start, old.size() - end), current.subList(start, current.size() - end));
        difference.addAll("  ", old.subList(old.size() - end, Math.min(old.size(), old.size() - end + CONTEXT)));
        return String.join(System.lineSeparator(), difference.lines);
    }

    private void compare(List<String> old, List<String> current) {
        if (old.size() > LARGEST || current.size() > LARGEST) {
            addAll("- ", old);
            addAll("+ ", current);
            return;
        }
        int[][] common = longestCommon(old, current);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < current.size()) {
            if (i < old.size() && j < current.size() && old.get(i).equals(current.get(j))) {
                lines.add("  " + old.get(i++));
                j++;
            } else if (j == current.size() || (i < old.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add("- " + old.get(i++));
            } else {
                lines.add("+ " + current.get(j++));
            }
        }
    }

    /** For each pair of suffixes the length of their longest common subsequence. */
    private static int[][] longestCommon(List<String> old, List<String> current) {
        int[][] common = new int[old.size() + 1][current.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = current.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(current.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void addAll(String prefix, List<String> added) {
        added.forEach(line -> lines.add(prefix + line));
    }
}
