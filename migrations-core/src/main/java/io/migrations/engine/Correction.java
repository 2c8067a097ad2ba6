/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Actor;
import io.migrations.history.AppliedRevision;
import io.migrations.history.Failure;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.script.ScriptedRevision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes what the history says without running anything: the applied set, and for each change a journal row that says
 * who did it. The caller brings the transaction.
 */
final class Correction {

    private final LockedHistory history;
    private final Environment environment;
    private final String action;
    private final Actor actor;
    private final UUID run = UUID.randomUUID();

    Correction(LockedHistory history, Environment environment, String action) {
        this.history = history;
        this.environment = environment;
        this.action = action;
        this.actor = ThisProcess.actor(history.session().user(), environment.settings());
    }

    /** Records a revision as applied, with what this build's scripts say. */
    void add(ScriptedRevision scripted, String message) {
        insert(scripted, now());
        journal(scripted, message);
    }

    /** Records what this build's scripts say in place of what was recorded. */
    void replace(AppliedRevision recorded, ScriptedRevision scripted, String message) {
        // Not an update: nobody needs the right to change rows.
        history.appliedSet().remove(history.jdbc(), recorded.id());
        insert(scripted, recorded.appliedAt());
        journal(scripted, message);
    }

    /** Records a revision as no longer applied. */
    void remove(AppliedRevision recorded, String message) {
        history.appliedSet().remove(history.jdbc(), recorded.id());
        notApplied(recorded.id(), recorded.revision().description(), message);
    }

    /** Confirms that a revision is applied as recorded. */
    void confirm(AppliedRevision recorded, String message) {
        append(
                recorded.id(),
                recorded.revision().description(),
                recorded.checksum(),
                DowngradeProof.of(recorded),
                message);
    }

    /** Notes that a revision is not applied. */
    void notApplied(String revision, String description, String message) {
        append(revision, description, "", null, message);
    }

    private void insert(ScriptedRevision scripted, Instant appliedAt) {
        history.appliedSet()
                .add(
                        history.jdbc(),
                        RecordedRevision.of(scripted, environment.directory().graph(), appliedAt),
                        RecordedRevision.texts(scripted));
    }

    private void journal(ScriptedRevision scripted, String message) {
        append(
                scripted.revision().id(),
                scripted.revision().description(),
                scripted.upgrade().checksum(),
                scripted.keptDowngrade().map(DowngradeProof::of).orElse(null),
                message);
    }

    private void append(
            String revision, String description, String checksum, @Nullable String downgradeChecksum, String message) {
        Instant now = now();
        history.journal()
                .append(
                        history.jdbc(),
                        new JournalEntry(
                                run,
                                UUID.randomUUID(),
                                action,
                                revision,
                                description,
                                checksum,
                                Outcome.SUCCEEDED,
                                now,
                                now,
                                actor,
                                0,
                                null,
                                new Failure(null, null, message),
                                history.lock().waited().toMillis(),
                                downgradeChecksum));
    }

    private Instant now() {
        return environment.clock().instant();
    }
}
