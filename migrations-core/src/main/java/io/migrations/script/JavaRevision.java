/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

/**
 * A revision in Java: a Spring bean, or a class with a {@link RevisionHeader} in a package that is searched. What it does
 * is said with operations, as in a script of Alembic's.
 *
 * <p>Both methods are called whenever the revisions are read, with operations that only take note, so that what they
 * render can be checked, shown, and written as a script; they say the same each time. {@link Operations#jdbc()} ends that
 * look. A revision keeps no state: where others stood in the way, it is run again.
 *
 * <p>Without {@link #downgrade} there is no way back. See {@link ReversibleRevision} for one that is derived.
 */
public interface JavaRevision {

    /** Does it. */
    void upgrade(Operations op);

    /** Undoes it. An empty one says that there is nothing to undo. */
    default void downgrade(Operations op) {
        op.irreversible("Its author has written no downgrade.");
    }
}
