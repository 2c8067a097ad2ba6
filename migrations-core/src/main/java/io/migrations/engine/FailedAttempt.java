/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Failure;
import io.migrations.script.Script;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when an attempt fails: it is undone and put into the journal, then tried again or reported. */
final class FailedAttempt {

    private static final Logger logger = LoggerFactory.getLogger(FailedAttempt.class);
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Session session;
    private final MigratorSettings settings;
    private final MigrationListener listener;
    private final MigrationLock lock;
    private final Recorder.Attempt attempt;
    private final RuntimeException fault;

    FailedAttempt(LockedHistory history, Environment environment, StepException exception) {
        this.session = history.session();
        this.settings = environment.settings();
        this.listener = environment.listener();
        this.lock = history.lock();
        this.attempt = exception.attempt();
        this.fault = exception.fault();
    }

    /**
     * Returns, after a pause, where another attempt may help.
     *
     * @throws RevisionFailedException where none does, or none is left
     */
    void handle(int number, List<CompletedStep> completedBefore) {
        session.rollback(fault);
        StatementFailure failure = failure();
        if (failure == null) {
            throw fault;
        }
        boolean again = Retry.helps(failure.sqlState()) && number < settings.maxAttempts();
        record(failure);
        if (!again) {
            throw new RevisionFailedException(
                    attempt.step(),
                    failure,
                    completedBefore.stream()
                            .map(step -> step.step().revision().id())
                            .toList(),
                    number,
                    attempt.kept(),
                    attempt.script().transactional(),
                    isOutcomeUnknown(failure),
                    fault);
        }
        Duration pause = Retry.pauseAfter(number);
        logger.warn(
                "Others stood in the way of revision '{}', so it was rolled back: {} [SQLSTATE {}]{}. Attempt {} of {} follows"
                        + " in {} ms",
                attempt.step().revision().id(),
                failure.message(),
                failure.sqlState(),
                failure.blockers().isEmpty() ? "" : "; blocked by " + failure.blockers(),
                number + 1,
                settings.maxAttempts(),
                pause.toMillis());
        listener.retrying(attempt.step(), number + 1, settings.maxAttempts(), pause);
        Pause.of(pause);
    }

    /** A connection that broke during the commit, or outside a transaction, took the server's answer with it. */
    private boolean isOutcomeUnknown(StatementFailure failure) {
        String sqlState = failure.sqlState();
        boolean broken = sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("57P");
        boolean inTransaction = attempt.script().transactional() && fault instanceof ScriptStatementException;
        return broken && !inTransaction;
    }

    private @Nullable StatementFailure failure() {
        if (fault instanceof ScriptStatementException statement) {
            return LOCK_NOT_AVAILABLE.equals(statement.failure().sqlState())
                    ? statement.failure().blockedBy(blockers(statement))
                    : statement.failure();
        }
        Script script = attempt.script();
        return SqlCause.of(fault)
                .filter(cause -> !SqlCause.INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState()))
                .map(cause -> StatementFailure.atEnd(script.file(), cause))
                .orElse(null);
    }

    private List<LockHolder> blockers(ScriptStatementException exception) {
        try {
            return LockHolders.ofRelations(session.jdbc(), exception.names());
        } catch (RuntimeException unknown) {
            fault.addSuppressed(unknown);
            return List.of();
        }
    }

    /** The failure is reported even if the journal cannot be written: the connection may be what failed. */
    private void record(StatementFailure failure) {
        String message = failure.blockers().isEmpty()
                ? failure.message()
                : failure.message() + "; blocked by " + failure.blockers();
        try {
            session.restorePrepared();
            if (settings.lockMode() == LockMode.TRANSACTION) {
                lock.beginLocked(session);
            } else {
                lock.requireHeld(session.jdbc());
            }
            boolean effectUnknown = !attempt.script().transactional() && !(fault instanceof ScriptStatementException);
            attempt.failed(
                    session.jdbc(), new Failure(failure.statement(), failure.sqlState(), message), effectUnknown);
            if (settings.lockMode() == LockMode.TRANSACTION) {
                session.commit();
            }
        } catch (RuntimeException exception) {
            session.rollback(exception);
            fault.addSuppressed(exception);
            logger.warn(
                    "The failed attempt at revision '{}' could not be put into the journal: {}",
                    attempt.step().revision().id(),
                    exception.getMessage());
        }
    }
}
