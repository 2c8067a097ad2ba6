/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.revision;

import java.util.Set;

/** How a database stands to the revisions of a build. */
public enum DatabaseState {
    /** Nothing is applied. */
    EMPTY,
    /** Some revisions of this build are pending. */
    BEHIND,
    /** Exactly the revisions of this build are applied. */
    CURRENT,
    /** All revisions of this build are applied, and others that it does not know: a newer build was here. */
    AHEAD,
    /** Revisions unknown to this build are applied while some of its own are pending. */
    DIVERGED;

    /** The state of a database with these revisions applied against a build with these revisions. */
    public static DatabaseState of(Set<String> known, Set<String> applied) {
        boolean pending = !applied.containsAll(known);
        boolean unknown = !known.containsAll(applied);
        if (pending && unknown) {
            return DIVERGED;
        }
        if (unknown) {
            return AHEAD;
        }
        if (!pending) {
            return CURRENT;
        }
        return applied.isEmpty() ? EMPTY : BEHIND;
    }
}
