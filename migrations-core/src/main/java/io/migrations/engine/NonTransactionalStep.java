/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.revision.Step;
import io.migrations.script.Script;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A step outside a transaction, statement by statement, so recorded that a crash after any line can be told from the
 * next: the journal says it runs before the first statement, and how many have completed after each.
 *
 * <p>A statement that could run in a transaction does, together with its progress. One that cannot is the only kind
 * whose effect a crash may leave unrecorded; the catalog tells then.
 */
final class NonTransactionalStep {

    private final Session session;
    private final MigrationLock lock;
    private final Recorder recorder;
    private final ConcurrentIndexes indexes;

    NonTransactionalStep(Session session, MigrationLock lock, Recorder recorder) {
        this.session = session;
        this.lock = lock;
        this.recorder = recorder;
        this.indexes = new ConcurrentIndexes(session.jdbc());
    }

    /**
     * Runs what an earlier attempt has not completed.
     *
     * @throws StepException naming what failed
     * @throws InterruptedRevisionException where an earlier attempt ran another text
     */
    CompletedStep run(Step step) {
        JdbcClient jdbc = session.jdbc();
        Script script = recorder.script(step);
        JournalEntry previous = unfinished(jdbc, step, script);
        int first = previous == null ? 0 : previous.statements();
        long start = System.nanoTime();
        Recorder.Attempt attempt = recorder.begin(step, lock.waited());
        attempt.running(jdbc, first);
        try {
            for (int i = first; i < script.statements().size(); i++) {
                run(attempt, script, i, i == first ? previous : null);
            }
            session.restorePrepared();
            session.begin();
            attempt.succeeded(jdbc);
            session.commit();
        } catch (RuntimeException exception) {
            throw new StepException(attempt, exception);
        }
        return new CompletedStep(step, Duration.ofNanos(System.nanoTime() - start));
    }

    private @Nullable JournalEntry unfinished(JdbcClient jdbc, Step step, Script script) {
        JournalEntry previous = recorder.previous(jdbc, step)
                .filter(entry -> entry.outcome() != Outcome.SUCCEEDED)
                .orElse(null);
        if (previous == null) {
            return null;
        }
        if (previous.outcome() == Outcome.RUNNING) {
            recorder.interrupted(jdbc, previous);
        }
        if (!previous.checksum().equals(script.checksum())) {
            if (previous.statements() > 0) {
                throw new InterruptedRevisionException(step.revision().id(), script.file(), previous.statements());
            }
            return null;
        }
        return previous;
    }

    private void run(Recorder.Attempt attempt, Script script, int index, @Nullable JournalEntry previous) {
        lock.requireHeld(session.jdbc());
        Statement statement = script.statements().get(index);
        var runner = new StatementRunner(session.connection());
        if (statement.kind() == StatementKind.NON_TRANSACTIONAL) {
            boolean died = previous != null && previous.outcome() != Outcome.FAILED;
            if (previous == null || !indexes.isDoneAfterCleaning(statement, died)) {
                runner.run(script, index);
            }
            attempt.running(session.jdbc(), index + 1);
        } else {
            session.begin();
            runner.run(script, index);
            attempt.running(session.jdbc(), index + 1);
            session.commit();
        }
    }
}
