/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * {@code ALTER SEQUENCE}: other settings. The value it is at stays.
 *
 * @param settings what changes
 * @param existing what it was before, of that at least
 */
public record AlterSequence(Name sequence, SequenceSettings settings, SequenceSettings existing)
        implements Operation, SequenceClauses<AlterSequence> {

    public static AlterSequence of(String sequence) {
        return new AlterSequence(Name.of(sequence), SequenceSettings.NONE, SequenceSettings.NONE);
    }

    /** What was set before, for the inverse: {@code existing(it -> it.cache(1))}. */
    public AlterSequence existing(UnaryOperator<SequenceSettings> before) {
        return new AlterSequence(sequence, settings, before.apply(existing));
    }

    @Override
    public AlterSequence with(SequenceSettings other) {
        return new AlterSequence(sequence, other, existing);
    }

    @Override
    public List<String> statements() {
        if (settings.equals(SequenceSettings.NONE)) {
            throw new InvalidOperationException(
                    "Nothing of the sequence '%s' changes.".formatted(sequence), "Say what.");
        }
        return List.of("ALTER SEQUENCE " + sequence.sql() + " " + settings.sql());
    }

    @Override
    public Inverse inverse() {
        List<String> missing = settings.unansweredBy(existing);
        return missing.isEmpty()
                ? Inverse.of(new AlterSequence(sequence, settings.answeredBy(existing), existing.answeredBy(settings)))
                : Inverse.none("Nothing says what the sequence '%s' was set to before; give its existing %s."
                        .formatted(sequence, String.join(", ", missing)));
    }
}
