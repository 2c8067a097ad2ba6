/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.engine.RevisionStatus;
import io.migrations.revision.Revision;
import io.migrations.script.ScriptedRevision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One revision.
 *
 * @param id its identity
 * @param parents what it revises
 * @param dependencies what must be applied before it without being its lineage
 * @param labels the branch labels it states
 * @param description what it does, in a few words
 * @param kind how it is written
 * @param script where it is defined
 * @param state how it stands; {@code unknown} for one of a newer build, or where the database cannot be read
 * @param transactional whether its upgrade runs in a transaction
 * @param reversible whether there is a downgrade
 * @param createDate when it was written, as its header says
 * @param appliedAt when it was applied
 * @param appliedBy the database user that applied it
 * @param duration how long applying it took
 * @param checksum of the upgrade that ran, or would
 */
public record RevisionDescriptor(
        String id,
        List<String> parents,
        List<String> dependencies,
        List<String> labels,
        String description,
        String kind,
        String script,
        String state,
        boolean transactional,
        boolean reversible,
        @Nullable LocalDate createDate,
        @Nullable Instant appliedAt,
        @Nullable String appliedBy,
        @Nullable Duration duration,
        String checksum) {

    static RevisionDescriptor of(RevisionStatus status) {
        Revision revision = status.revision();
        return new RevisionDescriptor(
                revision.id(),
                revision.parents(),
                revision.dependencies(),
                revision.labels(),
                revision.description(),
                status.kind(),
                revision.source(),
                status.state().name().toLowerCase(Locale.ROOT),
                status.transactional(),
                status.reversible(),
                status.createDate(),
                status.appliedAt(),
                status.appliedBy(),
                status.duration(),
                status.checksum());
    }

    /** A revision of this build while nobody can say whether it is applied. */
    static RevisionDescriptor unknown(ScriptedRevision scripted) {
        Revision revision = scripted.revision();
        return new RevisionDescriptor(
                revision.id(),
                revision.parents(),
                revision.dependencies(),
                revision.labels(),
                revision.description(),
                "sql",
                revision.source(),
                MigratorDescriptor.UNKNOWN,
                scripted.upgrade().transactional(),
                scripted.isReversible(),
                scripted.createDate(),
                null,
                null,
                null,
                scripted.upgrade().checksum());
    }
}
