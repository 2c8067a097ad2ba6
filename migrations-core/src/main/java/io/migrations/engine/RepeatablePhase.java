/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Failure;
import io.migrations.history.RecordedState;
import io.migrations.revision.Plan;
import io.migrations.script.RepeatableScript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the repeatable scripts that have changed, once the revisions are done: each in a transaction of its own, under the
 * migration lock, and looking anew at what is left before each, as a revision or another process may have changed that.
 */
final class RepeatablePhase {

    private static final Logger logger = LoggerFactory.getLogger(RepeatablePhase.class);

    private final LockedHistory history;
    private final Environment environment;
    private final Session session;
    private final MigratorSettings settings;
    private final RepeatableJournal journal;
    private final List<CompletedRepeatable> completed = new ArrayList<>();

    RepeatablePhase(LockedHistory history, Environment environment, UUID run) {
        this.history = history;
        this.environment = environment;
        this.session = history.session();
        this.settings = environment.settings();
        this.journal = new RepeatableJournal(history, environment, run);
    }

    /** What is done and committed so far. */
    List<CompletedRepeatable> completed() {
        return List.copyOf(completed);
    }

    /**
     * Runs what has changed; where not all revisions are applied, that stays as it is.
     *
     * @param revisions what the run did before
     * @throws RepeatableFailedException for a script that fails
     */
    void run(Plan plan, List<CompletedStep> revisions) {
        List<String> before =
                revisions.stream().map(step -> step.step().revision().id()).toList();
        RepeatableScript next = next();
        while (next != null) {
            retrying(next, before);
            next = next();
        }
        RepeatableDecision.of(environment.directory(), plan.with(List.of()), history.state())
                .noteWhatIsLeft();
    }

    /** In the session's autocommit: what is decided here is decided again in the transaction that runs it. */
    private @Nullable RepeatableScript next() {
        return decide().toRun().stream()
                .findFirst()
                .flatMap(environment.directory()::findRepeatable)
                .orElse(null);
    }

    private RepeatableDecision decide() {
        RecordedState state = history.state();
        return RepeatableDecision.of(environment.directory(), state);
    }

    private void retrying(RepeatableScript script, List<String> revisions) {
        for (int attempt = 1; ; attempt++) {
            Instant startedAt = journal.now();
            long start = System.nanoTime();
            try {
                List<String> done = inTransaction(script, startedAt);
                session.restorePrepared();
                var duration = Duration.ofNanos(System.nanoTime() - start);
                done.forEach(name -> completed.add(new CompletedRepeatable(name, duration)));
                return;
            } catch (RuntimeException fault) {
                session.rollback(fault);
                StatementFailure failure = failureOf(fault, script);
                record(script, startedAt, failure, fault);
                if (!Retry.helps(failure.sqlState()) || attempt >= settings.maxAttempts()) {
                    throw new RepeatableFailedException(
                            script.name(),
                            failure,
                            fault.getCause() instanceof DependentObjectsException blocked
                                    ? blocked.dependents()
                                    : List.of(),
                            Stream.concat(revisions.stream(), completed.stream().map(CompletedRepeatable::name))
                                    .toList(),
                            attempt,
                            fault);
                }
                pause(script, failure, attempt);
            }
        }
    }

    /** The names of the scripts that ran: none where another process was faster, several where others had to give way. */
    private List<String> inTransaction(RepeatableScript script, Instant startedAt) {
        history.begin();
        List<String> toRun = decide().toRun();
        List<String> done = List.of();
        if (toRun.contains(script.name())) {
            history.lock().requireHeld(session.jdbc());
            done = new RepeatableRun(history, environment, journal, toRun).run(script, startedAt);
        }
        session.commit();
        return done;
    }

    private StatementFailure failureOf(RuntimeException fault, RepeatableScript script) {
        if (fault instanceof ScriptStatementException statement) {
            return new FailureExplanation(session, settings).of(statement, script.script());
        }
        return SqlCause.of(fault)
                .filter(cause -> !SqlCause.INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState()))
                .map(cause -> StatementFailure.atEnd(script.script().file(), cause))
                .orElseThrow(() -> fault);
    }

    /** The failure is reported even if the journal cannot be written: the connection may be what failed. */
    private void record(RepeatableScript script, Instant startedAt, StatementFailure failure, RuntimeException fault) {
        try {
            session.restorePrepared();
            history.inTransaction(() -> {
                journal.failed(
                        script, startedAt, new Failure(failure.statement(), failure.sqlState(), failure.fullMessage()));
                return true;
            });
        } catch (RuntimeException exception) {
            fault.addSuppressed(exception);
        }
    }

    private void pause(RepeatableScript script, StatementFailure failure, int attempt) {
        Duration pause = Retry.pauseAfter(attempt);
        logger.warn(
                "Others stood in the way of repeatable script '{}', so it was rolled back: {} [SQLSTATE {}]. Attempt {} of"
                        + " {} follows in {} ms",
                script.name(),
                failure.fullMessage(),
                failure.sqlState(),
                attempt + 1,
                settings.maxAttempts(),
                pause.toMillis());
        Pause.of(pause);
    }
}
