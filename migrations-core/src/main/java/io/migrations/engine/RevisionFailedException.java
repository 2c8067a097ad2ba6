/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import io.migrations.revision.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a revision failed. Says where, why, and what the database holds now.
 *
 * <p>A revision that runs in a transaction has left nothing behind. One that does not has left what its completed
 * statements did; the next run goes on from there.
 */
public final class RevisionFailedException extends MigrationException {

    private final transient Step step;
    private final transient StatementFailure failure;
    private final List<String> completedBefore;
    private final int attempts;
    private final int statementsKept;
    private final boolean transactional;
    private final boolean outcomeUnknown;
    private final boolean firstEver;
    private final boolean untold;

    RevisionFailedException(
            Step step,
            StatementFailure failure,
            List<String> completedBefore,
            int attempts,
            int statementsKept,
            boolean transactional,
            boolean outcomeUnknown,
            boolean firstEver,
            boolean untold,
            @Nullable Throwable cause) {
        super(
                "Revision '%s' failed in '%s' at line %d, column %d: %s%s"
                        .formatted(
                                step.revision().id(),
                                failure.file(),
                                failure.position().line(),
                                failure.position().column(),
                                failure.message(),
                                failure.sqlState() == null ? "" : " [SQLSTATE " + failure.sqlState() + "]"),
                cause);
        this.step = step;
        this.failure = failure;
        this.completedBefore = List.copyOf(completedBefore);
        this.attempts = attempts;
        this.statementsKept = statementsKept;
        this.transactional = transactional;
        this.outcomeUnknown = outcomeUnknown;
        this.firstEver = firstEver;
        this.untold = untold;
    }

    public Step step() {
        return step;
    }

    public StatementFailure failure() {
        return failure;
    }

    /** The revisions that this run completed, and committed, before. */
    public List<String> completedBefore() {
        return completedBefore;
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }

    /** How many statements of the failed revision took effect; more than none only outside a transaction. */
    public int statementsKept() {
        return statementsKept;
    }

    /** Whether it ran in a transaction; outside one even a failed statement may leave something, such as an invalid index. */
    public boolean isTransactional() {
        return transactional;
    }

    /** Whether nothing was applied before, so that the database may have been made by other means. */
    public boolean isFirstEver() {
        return firstEver;
    }

    /**
     * Whether the failed statement was a {@code CALL} or {@code DO} that may have committed a part of its work. It is not
     * run again before somebody has said what the revision counts as.
     */
    public boolean isUntold() {
        return untold;
    }

    /**
     * Whether the connection broke before the server's answer came, so that the revision may be applied all the same.
     * The next run reads the database and goes on from what is there.
     */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
