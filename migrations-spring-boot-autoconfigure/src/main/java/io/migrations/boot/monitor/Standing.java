/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.migrations.engine.MigrationStatus;
import io.migrations.engine.RepeatableState;
import io.migrations.engine.RevisionState;
import io.migrations.revision.DatabaseState;
import java.util.EnumSet;
import java.util.Set;

/** What operations have to know about a database, the worst first. */
enum Standing {
    FAILED,
    DIVERGED,
    PENDING,
    MODIFIED,
    AHEAD,
    CURRENT;

    private static final Set<RevisionState> FAILURES = EnumSet.of(RevisionState.FAILED, RevisionState.INTERRUPTED);

    static Standing of(MigrationStatus status) {
        boolean failed = status.revisions().stream().anyMatch(revision -> FAILURES.contains(revision.state()))
                || status.repeatables().stream().anyMatch(script -> script.state() == RepeatableState.FAILED);
        if (failed) {
            return FAILED;
        }
        if (status.state() == DatabaseState.DIVERGED) {
            return DIVERGED;
        }
        if (status.pending() > 0) {
            return PENDING;
        }
        if (status.revisions().stream().anyMatch(revision -> revision.state() == RevisionState.MODIFIED)) {
            return MODIFIED;
        }
        return status.state() == DatabaseState.AHEAD ? AHEAD : CURRENT;
    }
}
