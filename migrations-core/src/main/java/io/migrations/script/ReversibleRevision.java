/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

/**
 * A revision in Java whose downgrade is derived: the inverses of its operations, the last first. An operation without an
 * inverse has to be in {@link ReversibleOperations#reversible}; where it is not, that is a fault of the revision, found
 * when it is read.
 */
public interface ReversibleRevision extends JavaRevision {

    /** What the upgrade does, and the downgrade undoes. Called for either. */
    void change(ReversibleOperations op);

    @Override
    default void upgrade(Operations op) {
        change(new ForwardOperations(op));
    }

    @Override
    default void downgrade(Operations op) {
        var changes = new ChangeRecording(getClass());
        change(changes);
        changes.undoOn(op);
    }
}
