/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import io.migrations.revision.Revision;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A revision that the database records as applied, as it was when it was applied.
 *
 * @param revision its node, so that a build that never knew it can still place it in the graph
 * @param kind how it was written: {@code sql}
 * @param checksum of the upgrade that ran
 * @param transactional whether it ran in a transaction
 * @param reversible whether its downgrade is kept
 * @param appliedAt when it was applied
 */
public record AppliedRevision(
        Revision revision, String kind, String checksum, boolean transactional, boolean reversible, Instant appliedAt) {

    static AppliedRevision of(
            String id,
            List<String> parents,
            List<String> dependencies,
            List<String> labels,
            String description,
            String kind,
            String checksum,
            boolean transactional,
            boolean reversible,
            Instant appliedAt) {
        var revision = new Revision(id, parents, dependencies, Set.copyOf(labels), description, "the database");
        return new AppliedRevision(revision, kind, checksum, transactional, reversible, appliedAt);
    }

    public String id() {
        return revision.id();
    }
}
