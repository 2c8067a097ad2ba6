/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code ALTER SEQUENCE ... RESTART}: another next value.
 *
 * @param value that value; null for the sequence's start
 */
public record RestartSequence(Name sequence, @Nullable Long value) implements Operation {

    @Override
    public List<String> statements() {
        return Phrase.of("ALTER SEQUENCE " + sequence.sql() + " RESTART")
                .addIfGiven("WITH", value)
                .statement();
    }

    @Override
    public Inverse inverse() {
        return Inverse.none(
                "The value that the sequence '%s' was at is gone; restart it in a block that says both ways."
                        .formatted(sequence));
    }
}
