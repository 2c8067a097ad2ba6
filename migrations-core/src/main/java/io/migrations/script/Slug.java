/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;

/**
 * A description as a part of a file name: lower-case words of ASCII letters and digits, joined by underscores and cut at
 * the end of a word, as in Alembic. Letters lose their accents; those of other scripts are left out, as a file system
 * under a plain locale has no name for them.
 */
final class Slug {

    private static final int LONGEST = 40;

    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "đ", "d", "ð", "d", "þ", "th", "ł", "l", "ı", "i");

    private Slug() {}

    /** The slug, which is empty where nothing of the text can be kept. */
    static String of(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            folded = folded.replace(letter.getKey(), letter.getValue());
        }
        String words = Normalizer.normalize(folded, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = words.lastIndexOf('_', LONGEST);
        return words.substring(0, end > 0 ? end : LONGEST);
    }
}
