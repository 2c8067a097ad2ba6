/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;

/** The journal's chain of hashes is broken, so it vouches for nothing; nothing was run. */
public final class BrokenJournalException extends MigrationException {

    private final long row;

    BrokenJournalException(JournalVerification.BrokenRow broken) {
        super(("The journal does not prove what it says: %s Texts from the database are not run while that is so. See"
                        + " 'migrations log --verify'; a build that has the revision's script needs no proof.")
                .formatted(broken.sentence()));
        this.row = broken.id();
    }

    /** The id of the first row whose hash does not follow. */
    public long row() {
        return row;
    }
}
