/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import io.migrations.revision.Revision;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A revision that the database records as applied, as it was when it was applied.
 *
 * @param revision its node, so that a build that never knew it can still place it in the graph
 * @param kind how it was written: {@code sql} or {@code java}
 * @param checksum of the upgrade that ran
 * @param transactional whether it ran in a transaction
 * @param reversible whether its downgrade is kept
 * @param downgradeChecksum of the downgrade that is kept; none without downgrade
 * @param downgradeTransactional whether the downgrade runs in a transaction; none without downgrade
 * @param appliedAt when it was applied
 */
public record AppliedRevision(
        Revision revision,
        String kind,
        String checksum,
        boolean transactional,
        boolean reversible,
        @Nullable String downgradeChecksum,
        @Nullable Boolean downgradeTransactional,
        Instant appliedAt) {

    public String id() {
        return revision.id();
    }
}
