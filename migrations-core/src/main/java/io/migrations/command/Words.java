/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.Legible;
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

    /** Text from elsewhere as it can be shown on a terminal, see {@link Legible}. */
    static String visible(String text) {
        return Legible.text(text.replace("\r\n", "\n"));
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
