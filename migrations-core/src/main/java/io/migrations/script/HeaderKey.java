/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The keys of a script's header, as Alembic writes them; the description is the first line of its docstring. */
enum HeaderKey {
    REVISION_ID("Revision ID"),
    DESCRIPTION("Description"),
    REVISES("Revises"),
    DEPENDS_ON("Depends on"),
    BRANCH_LABELS("Branch labels"),
    CREATE_DATE("Create Date"),
    TRANSACTIONAL("Transactional");

    private final String text;

    HeaderKey(String text) {
        this.text = text;
    }

    static Optional<HeaderKey> of(String text) {
        return Arrays.stream(values())
                .filter(key -> key.text.equalsIgnoreCase(text))
                .findFirst();
    }

    /** The key that was probably meant, for a text that is none. */
    static Optional<HeaderKey> similarTo(String text) {
        String letters = lettersOf(text);
        return Arrays.stream(values())
                .filter(key -> distance(letters, lettersOf(key.text)) <= 2)
                .findFirst();
    }

    private static String lettersOf(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** The Levenshtein distance: how many letters differ. */
    private static int distance(String left, String right) {
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
        return previous[right.length()];
    }

    @Override
    public String toString() {
        return text;
    }
}
