/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.time.Duration;
import java.util.Collection;

/** How values read in a sentence. */
final class Words {

    private Words() {}

    /** {@code base} where there are no heads. */
    static String heads(Collection<String> heads) {
        return heads.isEmpty() ? "base" : inline(String.join(", ", heads));
    }

    static String duration(Duration duration) {
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + " ms";
        }
        return duration.toMinutes() < 1
                ? "%d.%d s".formatted(duration.toSeconds(), duration.toMillisPart() / 100)
                : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }

    /** {@code 1 step}, {@code 2 steps}. */
    static String count(int number, String noun) {
        return number == 1 ? "1 " + noun : number + " " + noun + "s";
    }

    /** An id and what it does; nothing follows an id without description. */
    static String named(String id, String description) {
        return inline(description.isBlank() ? id : id + " " + description);
    }

    /**
     * Text from elsewhere as it can be shown on a terminal: what would move the cursor, or hide or turn other
     * characters, is written out instead.
     */
    static String visible(String text) {
        var visible = new StringBuilder();
        text.replace("\r\n", "\n").codePoints().forEach(character -> {
            boolean hidden = Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
            if (hidden && character != '\n' && character != '\t') {
                visible.append("\\u%04x".formatted(character));
            } else {
                visible.appendCodePoint(character);
            }
        });
        return visible.toString();
    }

    /** The same on one line. */
    static String inline(String text) {
        return visible(text).replace('\n', ' ').replace('\t', ' ');
    }

    /** Every line set in by some blanks. */
    static String indented(String text, int blanks) {
        return text.strip().indent(blanks).stripTrailing();
    }
}
