/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Failure;
import io.migrations.script.Hook;
import io.migrations.script.HookPoint;
import io.migrations.script.Hooks;
import io.migrations.script.Script;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hooks before or after all of a run, each in a transaction of its own; one that refuses transactions, statement by
 * statement. Tried again like revisions when others stand in the way, without what is done already.
 */
final class RunHooks {

    private static final Logger logger = LoggerFactory.getLogger(RunHooks.class);

    private final LockedHistory history;
    private final Session session;
    private final Recorder recorder;
    private final MigratorSettings settings;
    private int done;

    RunHooks(LockedHistory history, Recorder recorder, MigratorSettings settings) {
        this.history = history;
        this.session = history.session();
        this.recorder = recorder;
        this.settings = settings;
    }

    /**
     * Refuses hooks that cannot run as the settings want, before anything runs.
     *
     * @throws TransactionRequiredException naming them
     */
    static void requireTransactions(Hooks hooks, HookPoint point, Set<TransactionRequiredException.Need> needs) {
        List<String> outside = hooks.at(point).stream()
                .filter(hook -> !hook.script().transactional())
                .map(hook -> hook.script().file())
                .toList();
        if (!outside.isEmpty()) {
            throw TransactionRequiredException.ofHooks(outside, needs);
        }
    }

    /**
     * Runs the hooks of a point.
     *
     * @param wanted asked before each, under the lock: whether the run has something to do
     * @param completed the revisions that the run has completed
     * @throws HookFailedException for one that fails
     */
    void run(HookPoint point, BooleanSupplier wanted, List<String> completed) {
        for (Hook hook : recorder.hooks().at(point)) {
            done = 0;
            boolean wasWanted = retrying(hook, wanted, completed);
            // Some of what a transaction leaves shows only after its commit.
            session.restorePrepared();
            if (!wasWanted) {
                return;
            }
        }
    }

    private boolean retrying(Hook hook, BooleanSupplier wanted, List<String> completed) {
        for (int attempt = 1; ; attempt++) {
            Instant startedAt = recorder.now();
            boolean isWanted = begin(hook, wanted);
            try {
                if (isWanted) {
                    run(hook);
                }
                if (hook.script().transactional()) {
                    session.commit();
                }
                return isWanted;
            } catch (RuntimeException fault) {
                session.rollback(fault);
                StatementFailure failure = failureOf(fault, hook);
                record(hook, startedAt, failure, fault);
                if (!Retry.helps(failure.sqlState()) || attempt >= settings.maxAttempts()) {
                    boolean unknown = FailedAttempt.isOutcomeUnknown(failure, hook.script(), fault);
                    throw new HookFailedException(hook, null, failure, completed, attempt, done, unknown, fault);
                }
                pause(hook, failure, attempt);
            }
        }
    }

    private boolean begin(Hook hook, BooleanSupplier wanted) {
        if (settings.lockMode() == LockMode.TRANSACTION) {
            history.lock().beginLocked(session);
        } else if (hook.script().transactional()) {
            session.begin();
        }
        try {
            return wanted.getAsBoolean();
        } catch (RuntimeException fault) {
            session.rollback(fault);
            throw fault;
        }
    }

    private void run(Hook hook) {
        logger.debug("Running hook '{}'", hook.script().file());
        if (hook.script().transactional()) {
            apply(hook);
            stepSettings().limited(() -> new StatementRunner(session).runAll(hook.script()));
        } else {
            statementByStatement(hook);
        }
        session.restorePrepared();
    }

    private void statementByStatement(Hook hook) {
        Script script = hook.script();
        new StatementRunner(session).watch(script);
        NonTransactionalStep.repeatSettings(session, script, done);
        for (; done < script.statements().size(); done++) {
            var runner = new StatementRunner(session);
            int index = done;
            if (NonTransactionalStep.refusesTransactions(script.statements().get(done))) {
                history.lock().requireHeld(session.jdbc());
                stepSettings()
                        .outsideTransaction(script, script.statements().get(index), () -> runner.run(script, index));
            } else {
                session.begin();
                apply(hook);
                stepSettings().limited(script, () -> runner.run(script, index));
                session.commit();
            }
        }
    }

    private void apply(Hook hook) {
        history.lock().requireHeld(session.jdbc());
        stepSettings().apply(hook.point().fileName(), true);
    }

    private StepSettings stepSettings() {
        return new StepSettings(session, settings);
    }

    private StatementFailure failureOf(RuntimeException fault, Hook hook) {
        if (fault instanceof ScriptStatementException statement) {
            return new FailureExplanation(session, settings).of(statement, hook.script());
        }
        return SqlCause.of(fault)
                .map(cause -> StatementFailure.atEnd(hook.script().file(), cause))
                .orElseThrow(() -> fault);
    }

    /** The failure is reported even if the journal cannot be written: the connection may be what failed. */
    private void record(Hook hook, Instant startedAt, StatementFailure failure, RuntimeException fault) {
        try {
            session.restorePrepared();
            history.inTransaction(() -> {
                var recorded = new Failure(failure.statement(), failure.sqlState(), failure.fullMessage());
                recorder.hookFailed(
                        session.jdbc(), hook, startedAt, history.lock().waited(), recorded);
                return true;
            });
        } catch (RuntimeException exception) {
            fault.addSuppressed(exception);
            logger.warn(
                    "The failed attempt at hook '{}' could not be put into the journal: {}",
                    hook.script().file(),
                    exception.getMessage());
        }
    }

    private void pause(Hook hook, StatementFailure failure, int attempt) {
        Duration pause = Retry.pauseAfter(attempt);
        logger.warn(
                "Others stood in the way of hook '{}': {} [SQLSTATE {}]. Attempt {} of {} follows in {} ms",
                hook.script().file(),
                failure.fullMessage(),
                failure.sqlState(),
                attempt + 1,
                settings.maxAttempts(),
                pause.toMillis());
        Pause.of(pause);
    }
}
