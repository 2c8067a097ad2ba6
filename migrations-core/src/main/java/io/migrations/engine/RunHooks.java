/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Step;
import io.migrations.script.Hook;
import io.migrations.script.HookPoint;
import io.migrations.script.Hooks;
import io.migrations.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The hooks of one point before or after all steps of a run, each in a transaction of its own; one that refuses
 * transactions, statement by statement. What is done is not done again when others stand in the way of the rest.
 */
final class RunHooks {

    private final Session session;
    private final MigrationLock lock;
    private final Recorder recorder;
    private final MigratorSettings settings;
    private final Deque<Hook> left;
    private int done;

    RunHooks(LockedHistory history, Recorder recorder, MigratorSettings settings, HookPoint point) {
        this.session = history.session();
        this.lock = history.lock();
        this.recorder = recorder;
        this.settings = settings;
        this.left = new ArrayDeque<>(recorder.hooks().at(point));
    }

    /**
     * Refuses hooks that cannot run as the settings want, before anything runs.
     *
     * @throws TransactionRequiredException naming them
     */
    static void requireTransactions(Hooks hooks, HookPoint point, String setting, String remedy) {
        var outside = hooks.at(point).stream()
                .filter(hook -> !hook.script().transactional())
                .map(hook -> hook.script().file())
                .toList();
        if (!outside.isEmpty()) {
            throw TransactionRequiredException.ofHooks(outside, setting, remedy);
        }
    }

    boolean isDone() {
        return left.isEmpty();
    }

    /**
     * Runs the next hook. With the lock mode {@code transaction} its transaction is begun already.
     *
     * @param near the step that comes next, or came last
     * @throws StepException where it fails
     */
    void runNext(Step near) {
        Hook hook = left.getFirst();
        Recorder.Attempt attempt = recorder.begin(near, lock.waited());
        try {
            if (hook.script().transactional()) {
                if (settings.lockMode() == LockMode.SESSION) {
                    session.begin();
                }
                apply(hook);
                new StatementRunner(session.connection()).runAll(hook.script());
                session.restorePrepared();
                session.commit();
            } else {
                statementByStatement(hook);
                session.restorePrepared();
            }
        } catch (RuntimeException exception) {
            throw StepException.inHook(attempt, hook, done, exception);
        }
        left.removeFirst();
        done = 0;
    }

    private void statementByStatement(Hook hook) {
        NonTransactionalStep.repeatSettings(session, hook.script(), done);
        for (; done < hook.script().statements().size(); done++) {
            Statement statement = hook.script().statements().get(done);
            var runner = new StatementRunner(session.connection());
            lock.requireHeld(session.jdbc());
            if (NonTransactionalStep.refusesTransactions(statement)) {
                runner.run(hook.script(), done);
            } else {
                session.begin();
                apply(hook);
                runner.run(hook.script(), done);
                session.commit();
            }
        }
    }

    private void apply(Hook hook) {
        lock.requireHeld(session.jdbc());
        new StepSettings(session.jdbc(), settings).apply(hook.point().fileName(), true);
    }
}
