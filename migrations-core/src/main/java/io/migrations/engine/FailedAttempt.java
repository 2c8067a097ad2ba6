/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.Legible;
import io.migrations.history.Failure;
import io.migrations.script.Hook;
import io.migrations.script.Script;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when an attempt fails: it is undone and put into the journal, then tried again or reported. */
final class FailedAttempt {

    private static final Logger logger = LoggerFactory.getLogger(FailedAttempt.class);

    private final Environment environment;
    private final Session session;
    private final MigratorSettings settings;
    private final MigrationListener listener;
    private final MigrationLock lock;
    private final Recorder.Attempt attempt;
    private final RuntimeException fault;
    private final Recorder recorder;
    private final @Nullable Hook hook;
    private final Script script;
    private final int kept;

    FailedAttempt(LockedHistory history, Environment environment, Recorder recorder, StepException exception) {
        this.environment = environment;
        this.session = history.session();
        this.settings = environment.settings();
        this.listener = environment.listener();
        this.lock = history.lock();
        this.attempt = exception.attempt();
        this.fault = exception.fault();
        this.recorder = recorder;
        this.hook = exception.hook();
        this.script = hook == null ? attempt.script() : hook.script();
        this.kept = attempt.kept();
    }

    /**
     * Returns, after a pause, where another attempt may help.
     *
     * @param emptyBefore whether the run found nothing applied
     * @throws RevisionFailedException where none does, or none is left
     * @throws HookFailedException likewise, where it was a hook that failed
     */
    void handle(int number, List<CompletedStep> completedBefore, boolean emptyBefore) {
        session.rollback(fault);
        StatementFailure failure = failure();
        if (failure == null) {
            throw reported(fault);
        }
        boolean again = Retry.helps(failure.sqlState()) && !attempt.isUntold() && number < settings.maxAttempts();
        record(failure);
        if (!again) {
            throw reported(failed(failure, number, completedBefore, emptyBefore));
        }
        Duration pause = Retry.pauseAfter(number);
        logger.warn(
                "Others stood in the way of {}, so it was rolled back: {} [SQLSTATE {}]. Attempt {} of {} follows"
                        + " in {} ms",
                subject(),
                Legible.text(failure.fullMessage()),
                failure.sqlState(),
                number + 1,
                settings.maxAttempts(),
                pause.toMillis());
        if (!isOfRun()) {
            listener.retrying(attempt.step(), number + 1, settings.maxAttempts(), pause);
        }
        Pause.of(pause);
    }

    private RuntimeException failed(
            StatementFailure failure, int number, List<CompletedStep> completedBefore, boolean emptyBefore) {
        List<String> before = completedBefore.stream()
                .map(step -> step.step().revision().id())
                .toList();
        return hook == null
                ? new RevisionFailedException(
                        attempt.step(),
                        failure,
                        before,
                        number,
                        kept,
                        script.transactional(),
                        isOutcomeUnknown(failure, script, fault),
                        emptyBefore && before.isEmpty(),
                        attempt.isUntold(),
                        fault)
                : new HookFailedException(
                        hook,
                        isOfRun() ? null : attempt.step(),
                        failure,
                        before,
                        number,
                        kept,
                        isOutcomeUnknown(failure, script, fault),
                        fault);
    }

    /** Tells whoever watches, and is thrown then. */
    private RuntimeException reported(RuntimeException failed) {
        if (!isOfRun()) {
            listener.stepFailed(attempt.step(), failed);
        }
        return failed;
    }

    /** Whether it is a hook of the run that failed, and no step. */
    private boolean isOfRun() {
        return hook != null && !hook.point().isEach();
    }

    private String subject() {
        return isOfRun()
                ? "hook '%s'".formatted(script.file())
                : "revision '%s'".formatted(attempt.step().revision().id());
    }

    /** A connection that broke during the commit, or outside a transaction, took the server's answer with it. */
    static boolean isOutcomeUnknown(StatementFailure failure, Script script, RuntimeException fault) {
        String sqlState = failure.sqlState();
        boolean broken = sqlState == null || sqlState.startsWith("08") || sqlState.startsWith("57P");
        boolean inTransaction = script.transactional() && fault instanceof ScriptStatementException;
        return broken && !inTransaction;
    }

    private @Nullable StatementFailure failure() {
        if (fault instanceof ScriptStatementException statement) {
            return new FailureExplanation(session, settings).of(statement, script);
        }
        return SqlCause.of(fault)
                .filter(cause -> !SqlCause.INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState()))
                .map(cause -> StatementFailure.atEnd(script.file(), cause))
                .orElse(null);
    }

    private void record(Failure failure) {
        if (hook != null && isOfRun()) {
            recorder.hookFailed(session.jdbc(), hook, attempt.startedAt(), lock.waited(), failure);
        } else {
            attempt.failed(session.jdbc(), ofStep(failure));
        }
    }

    /** The row is the step's, so it has to say where the step's own statements are not to blame. */
    private Failure ofStep(Failure failure) {
        return hook == null
                ? failure
                : new Failure(
                        failure.statement(),
                        failure.sqlState(),
                        "Hook '%s': %s".formatted(script.file(), failure.message()));
    }

    /** The failure is reported even if the journal cannot be written: the connection may be what failed. */
    private void record(StatementFailure failure) {
        var failed = new Failure(failure.statement(), failure.sqlState(), failure.fullMessage());
        try {
            session.restorePrepared();
            if (settings.lockMode() == LockMode.TRANSACTION) {
                lock.beginLocked(session);
            } else {
                lock.requireHeld(session.jdbc());
            }
            record(failed);
            if (settings.lockMode() == LockMode.TRANSACTION) {
                session.commit();
            }
        } catch (RuntimeException exception) {
            session.rollback(exception);
            fault.addSuppressed(exception);
            if (session.isBroken() && !isOfRun() && isWrittenLater(failed)) {
                return;
            }
            logger.warn(
                    "The failed attempt at {} could not be put into the journal: {}",
                    subject(),
                    Legible.text(String.valueOf(exception.getMessage())));
        }
    }

    private boolean isWrittenLater(Failure failure) {
        return new AfterConnectionLoss(environment).write(history -> attempt.lost(history.jdbc(), ofStep(failure)));
    }
}
