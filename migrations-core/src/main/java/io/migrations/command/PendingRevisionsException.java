/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.MigrationException;
import java.util.List;

/** The database is not where the build's revisions end, so that nobody can tell what of the difference is drift. */
final class PendingRevisionsException extends MigrationException {

    private final transient List<String> pending;

    PendingRevisionsException(List<String> pending) {
        super(
                "The database has not all revisions of this build: '%s' %s pending. Apply with 'migrations upgrade' first, or use the build that the database is at."
                        .formatted(String.join("', '", pending), pending.size() == 1 ? "is" : "are"));
        this.pending = List.copyOf(pending);
    }

    /** The ids of those revisions. */
    List<String> pending() {
        return pending;
    }
}
