/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement while it is being written: parts with a blank or a line's end between them, those left out that are not. */
final class Phrase {

    private final StringBuilder text;

    private Phrase(String start) {
        text = new StringBuilder(start);
    }

    static Phrase of(String start) {
        return new Phrase(start);
    }

    Phrase add(String part) {
        text.append(' ').append(part);
        return this;
    }

    Phrase addIf(boolean condition, String part) {
        return condition ? add(part) : this;
    }

    /** Some words and a value, where there is a value. */
    Phrase addIfGiven(String words, @Nullable Object value) {
        return value == null ? this : add(words).add(value.toString());
    }

    /** A part that is empty where there is nothing to say. */
    Phrase addIfAny(String part) {
        return part.isEmpty() ? this : add(part);
    }

    /** The same on a line of its own. */
    Phrase lineIfAny(String part) {
        if (!part.isEmpty()) {
            text.append('\n').append(part);
        }
        return this;
    }

    Phrase line(String part) {
        return lineIfAny(part);
    }

    List<String> statement() {
        return List.of(toString());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
