/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of the journal. An attempt outside a transaction has several: one when it begins, one after each statement,
 * one when it ends; they share {@code attempt}.
 *
 * @param run which run: all attempts of one upgrade or downgrade share it
 * @param attempt which attempt
 * @param action what was attempted: {@code upgrade} or {@code downgrade}, {@link #REPEAT}, or without running anything
 *     {@code stamp} or {@code repair}; {@link #HOOK}; {@link #FINGERPRINT}
 * @param revision the revision's id, or the repeatable script's name; of a hook the name of its file
 * @param description the revision's description; of a hook its path
 * @param checksum of the script that the attempt runs. Of a stamp or repair: of the upgrade that is recorded as applied
 *     from then on, empty where none is
 * @param outcome how the attempt stood when the row was written
 * @param startedAt when the attempt began
 * @param finishedAt when it ended; none while it runs
 * @param actor who attempted it
 * @param statements how many of its statements had completed
 * @param completedChecksum over those statements, so that only what has not run yet may still be edited
 * @param failure why it failed, if it did; of a stamp or repair its message says what was done
 * @param lockWaitMillis how long the run had waited for the migration lock, in milliseconds
 * @param downgradeChecksum of the downgrade that the applied set keeps from then on, and with a mark where it runs outside
 *     a transaction, so that the chain of hashes vouches for both; none where there is none, or where the revision is taken back
 */
public record JournalEntry(
        UUID run,
        UUID attempt,
        String action,
        String revision,
        String description,
        String checksum,
        Outcome outcome,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Actor actor,
        int statements,
        @Nullable String completedChecksum,
        @Nullable Failure failure,
        long lockWaitMillis,
        @Nullable String downgradeChecksum) {

    /** The action of a row about a hook that failed. It has the name of the hook's file in the place of a revision. */
    public static final String HOOK = "hook";

    /** The action on a repeatable script, whose name may be that of a revision, too. */
    public static final String REPEAT = "repeat";

    /**
     * The action of a row that says what the schema was when a run had ended. Its description is the fingerprint; it is
     * about no revision, and has neither name nor checksum.
     */
    public static final String FINGERPRINT = "fingerprint";

    /** Whether it is about the schema that a run has left, and no attempt at anything. */
    public boolean isFingerprint() {
        return action.equals(FINGERPRINT);
    }

    /** Whether it is about a repeatable script. */
    public boolean isRepeatable() {
        return action.equals(REPEAT);
    }

    /** Whether the revision is in the applied set from this row on, with this row's checksums. */
    public boolean recordsApplied() {
        return outcome == Outcome.SUCCEEDED && !action.equals("downgrade") && !isRepeatable() && !checksum.isEmpty();
    }

    /** Whether it stopped after some of its statements had taken effect, and nobody has finished it since. */
    public boolean isHalfDone() {
        return outcome != Outcome.SUCCEEDED && statements > 0;
    }
}
