/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Comparator;

/** Orders names as people read them: {@code 2} before {@code 10}. Digits compare as numbers of any length. */
final class NaturalOrder implements Comparator<String> {

    static final NaturalOrder INSTANCE = new NaturalOrder();

    private NaturalOrder() {}

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int result;
            if (isDigit(left.charAt(i)) && isDigit(right.charAt(j))) {
                int leftEnd = endOfDigits(left, i);
                int rightEnd = endOfDigits(right, j);
                result = compareNumbers(left.substring(i, leftEnd), right.substring(j, rightEnd));
                i = leftEnd;
                j = rightEnd;
            } else {
                result = Character.compare(left.charAt(i++), right.charAt(j++));
            }
            if (result != 0) {
                return result;
            }
        }
        int byLength = Integer.compare(left.length() - i, right.length() - j);
        // '01' and '1' are equal as numbers; a total order still has to tell them apart.
        return byLength != 0 ? byLength : left.compareTo(right);
    }

    private static int compareNumbers(String left, String right) {
        String a = left.replaceFirst("^0+", "");
        String b = right.replaceFirst("^0+", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
