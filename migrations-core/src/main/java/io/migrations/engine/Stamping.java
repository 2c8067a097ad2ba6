/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.revision.Revision;
import io.migrations.revision.Stamp;
import io.migrations.script.ScriptedRevision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records revisions as applied, or no longer so, without running anything: Alembic's {@code stamp}. All of it in one
 * transaction, with a journal row for every revision.
 */
final class Stamping {

    /** What the journal says of a revision that was stamped. */
    static final String APPLIED = "Recorded as applied; nothing was run.";

    /** What the journal says of a revision that is above what was stamped. */
    static final String NOT_APPLIED = "No longer recorded as applied.";

    private final LockedHistory history;
    private final StampDecision decision;
    private final Correction correction;

    Stamping(LockedHistory history, Environment environment, StampDecision decision) {
        this.history = history;
        this.decision = decision;
        this.correction = new Correction(history, environment, "stamp");
    }

    /**
     * Stamps what is decided now that the lock is held.
     *
     * @param shown what a person has agreed to, if somebody was asked
     * @throws PlanChangedException where that is not what would be done
     * @throws InterruptedRevisionException where a revision is half done
     */
    Stamp execute(@Nullable Stamp shown) {
        return history.inTransaction(() -> {
            Map<String, AppliedRevision> applied = new LinkedHashMap<>();
            history.appliedSet().read(history.jdbc()).forEach(revision -> applied.put(revision.id(), revision));
            Stamp stamp = decision.decide(List.copyOf(applied.values()));
            if (shown != null && !isSame(shown, stamp)) {
                throw new PlanChangedException();
            }
            HalfDone.refuseAny(history.journal().latest(history.jdbc()));
            stamp.removed().forEach(id -> remove(Objects.requireNonNull(applied.get(id))));
            stamp.added().forEach(this::add);
            return stamp;
        });
    }

    private static boolean isSame(Stamp shown, Stamp stamp) {
        return shown.removed().equals(stamp.removed()) && ids(shown.added()).equals(ids(stamp.added()));
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }

    private void add(Revision revision) {
        ScriptedRevision scripted = decision.directory().find(revision.id()).orElseThrow();
        correction.add(scripted, APPLIED);
    }

    private void remove(AppliedRevision applied) {
        boolean known = decision.directory().find(applied.id()).isPresent();
        correction.remove(
                applied,
                known
                        ? NOT_APPLIED
                        : "No longer recorded as applied; this build does not know it, and the texts that the database"
                                + " kept of it are gone.");
    }
}
