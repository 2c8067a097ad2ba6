/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.function.UnaryOperator;

/** Operations on sequences. */
public interface SequenceOperations extends Vocabulary {

    /** Creates a sequence that counts from one. */
    default void createSequence(String sequence) {
        invoke(CreateSequence.of(sequence));
    }

    /** Creates a sequence: {@code sequence -> sequence.start(1000).cache(20)}. */
    default void createSequence(String sequence, UnaryOperator<CreateSequence> options) {
        invoke(options.apply(CreateSequence.of(sequence)));
    }

    /** Changes a sequence: {@code sequence -> sequence.cache(50).existing(it -> it.cache(20))}. */
    default void alterSequence(String sequence, UnaryOperator<AlterSequence> changes) {
        invoke(changes.apply(AlterSequence.of(sequence)));
    }

    /** Starts a sequence again. Nothing undoes that. */
    default void restartSequence(String sequence) {
        invoke(new RestartSequence(Name.of(sequence), null));
    }

    /** Makes a value the next one of a sequence. Nothing undoes that. */
    default void restartSequence(String sequence, long value) {
        invoke(new RestartSequence(Name.of(sequence), value));
    }

    /** Renames a sequence within its schema. */
    default void renameSequence(String sequence, String newName) {
        invoke(new RenameObject(DatabaseObject.sequence(sequence), newName));
    }

    /** Drops a sequence, without an inverse. */
    default void dropSequence(String sequence) {
        invoke(DropObject.of(DatabaseObject.sequence(sequence)));
    }

    /** Drops a sequence that was made like that. Its inverse starts it again. */
    default void dropSequence(CreateSequence original) {
        invoke(DropObject.of(original));
    }

    /** Drops a sequence: {@code drop -> drop.ifExists()}. */
    default void dropSequence(String sequence, UnaryOperator<DropObject> options) {
        invoke(options.apply(DropObject.of(DatabaseObject.sequence(sequence))));
    }
}
