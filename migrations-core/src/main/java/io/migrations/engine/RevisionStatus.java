/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Revision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a revision, from its script and from the database.
 *
 * @param revision the node of the graph
 * @param state how it stands
 * @param kind how it is written: {@code sql} or {@code java}
 * @param transactional whether its upgrade runs in a transaction
 * @param reversible whether there is a downgrade
 * @param checksum of the upgrade: what ran, or where nothing has, what would
 * @param createDate when it was written, as its header says
 * @param appliedAt when it was applied
 * @param appliedBy the database user that applied it
 * @param duration how long applying it took
 * @param remedy where its last attempt failed or was interrupted, what helps
 */
public record RevisionStatus(
        Revision revision,
        RevisionState state,
        String kind,
        boolean transactional,
        boolean reversible,
        String checksum,
        @Nullable LocalDate createDate,
        @Nullable Instant appliedAt,
        @Nullable String appliedBy,
        @Nullable Duration duration,
        @Nullable Remedy remedy) {}
