/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * {@code CREATE SEQUENCE}.
 *
 * @param tolerant whether it is no fault that there is one already ({@code IF NOT EXISTS})
 */
public record CreateSequence(Name sequence, SequenceSettings settings, boolean tolerant)
        implements Creation, SequenceClauses<CreateSequence> {

    public static CreateSequence of(String sequence) {
        return new CreateSequence(Name.of(sequence), SequenceSettings.NONE, false);
    }

    /** {@code IF NOT EXISTS}. Leaves no inverse. */
    public CreateSequence ifNotExists() {
        return new CreateSequence(sequence, settings, true);
    }

    @Override
    public CreateSequence with(SequenceSettings other) {
        return new CreateSequence(sequence, other, tolerant);
    }

    @Override
    public DatabaseObject object() {
        return new DatabaseObject(ObjectKind.SEQUENCE, sequence, null, null);
    }

    @Override
    public List<String> statements() {
        return Phrase.of("CREATE SEQUENCE")
                .addIf(tolerant, "IF NOT EXISTS")
                .add(sequence.sql())
                .addIfAny(settings.sql())
                .statement();
    }
}
