/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.revision.Step;
import io.migrations.script.HookPoint;
import io.migrations.script.Script;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A step outside a transaction, statement by statement, so recorded that a crash after any line can be told from the
 * next: the journal says it runs before the first statement, and how many have completed after each.
 *
 * <p>A statement that could run in a transaction does, together with its progress. One that cannot is the only kind
 * whose effect a crash may leave unrecorded; the catalog tells then.
 */
final class NonTransactionalStep {

    /** As a statement of a block: no {@code ON COMMIT}, and no word in a message. */
    private static final Pattern ENDS_TRANSACTIONS =
            Pattern.compile("\\b(commit|rollback)\\s*(;|(and|work|transaction)\\b)", Pattern.CASE_INSENSITIVE);

    private final Session session;
    private final MigrationLock lock;
    private final Recorder recorder;
    private final StepSettings settings;
    private final OutsideTransaction outside;
    private final HookRunner hooks;
    private final Clearance clearance;

    NonTransactionalStep(LockedHistory history, Recorder recorder, MigratorSettings settings, Clearance clearance) {
        this.clearance = clearance;
        this.session = history.session();
        this.lock = history.lock();
        this.recorder = recorder;
        this.settings = new StepSettings(session, settings);
        this.outside = new OutsideTransaction(history, this.settings);
        this.hooks = new HookRunner(session, recorder.hooks());
    }

    /**
     * Runs what an earlier attempt has not completed.
     *
     * @throws StepException naming what failed
     */
    CompletedStep run(Step step) {
        JournalEntry previous = recorder.previous(session.jdbc(), step)
                .filter(entry -> entry.outcome() != Outcome.SUCCEEDED)
                .orElse(null);
        if (previous != null && previous.outcome() == Outcome.RUNNING) {
            recorder.interrupted(session.jdbc(), previous);
        }
        int first = previous == null ? 0 : previous.statements();
        long start = System.nanoTime();
        settings.announce(step);
        Recorder.Attempt attempt = recorder.begin(step, lock.waited());
        attempt.kept(first);
        attempt.doubtful(previous != null && previous.outcome() != Outcome.FAILED);
        attempt.running(session.jdbc(), first);
        try {
            Script script = attempt.script();
            session.begin();
            clearance.before(step);
            session.commit();
            hooksBefore(step);
            new StatementRunner(session).watch(script);
            repeatSettings(session, script, first);
            for (int i = first; i < script.statements().size(); i++) {
                run(attempt, i, i == first ? previous : null);
            }
            session.begin();
            session.restorePrepared();
            clearance.after(step, () -> settings.apply(step, true));
            hooksAt(HookPoint.afterEach(step.direction()), step);
            session.restorePrepared();
            lock.requireHeld(session.jdbc());
            attempt.succeeded(session.jdbc());
            session.commit();
        } catch (RuntimeException exception) {
            throw StepException.of(attempt, hooks.current(), exception);
        }
        return new CompletedStep(step, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Also where an earlier attempt is gone on with: what they set has gone with its session. */
    private void hooksBefore(Step step) {
        HookPoint point = HookPoint.beforeEach(step.direction());
        if (hooks.has(point)) {
            session.begin();
            hooksAt(point, step);
            session.commit();
        }
    }

    private void hooksAt(HookPoint point, Step step) {
        if (hooks.has(point)) {
            lock.requireHeld(session.jdbc());
            settings.apply(step, true);
            settings.limited(() -> hooks.run(point));
        }
    }

    /** What the completed statements had set went with their session, or was set back when a later one failed. */
    static void repeatSettings(Session session, Script script, int completed) {
        for (int i = 0; i < completed; i++) {
            String command = script.statements().get(i).command();
            if (command.startsWith("SET") || command.startsWith("RESET")) {
                new StatementRunner(session).run(script, i);
            }
        }
    }

    private void run(Recorder.Attempt attempt, int index, @Nullable JournalEntry previous) {
        lock.requireHeld(session.jdbc());
        Script script = attempt.script();
        Statement statement = script.statements().get(index);
        if (refusesTransactions(statement)) {
            outside.run(attempt, index, previous);
            session.begin();
        } else {
            attempt.doubtful(false);
            session.begin();
            settings.apply(attempt.step(), true);
            settings.limited(script, () -> new StatementRunner(session).run(script, index));
        }
        settings.withoutTimeout();
        // The row is the engine's: a role that the script took on may not be allowed to write it.
        session.asPreparedRole();
        attempt.running(session.jdbc(), index + 1);
        session.commit();
        attempt.kept(index + 1);
    }

    /** Beyond what the statement's kind tells: procedures commit as they like, and some commands do for some tables. */
    static boolean refusesTransactions(Statement statement) {
        return statement.kind() == StatementKind.NON_TRANSACTIONAL
                || statement.command().startsWith("CALL")
                || statement.command().startsWith("REINDEX")
                || statement.command().startsWith("CLUSTER")
                || (statement.command().startsWith("DO")
                        && ENDS_TRANSACTIONS.matcher(statement.text()).find());
    }
}
