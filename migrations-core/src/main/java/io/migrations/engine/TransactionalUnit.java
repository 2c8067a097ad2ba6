/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.revision.Step;
import io.migrations.script.HookPoint;
import io.migrations.script.Script;
import io.migrations.sql.StatementKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Steps that are committed together, in a transaction the session is already in: for each its statements, its row in
 * the applied set, and its row in the journal.
 */
final class TransactionalUnit {

    private final Session session;
    private final MigrationLock lock;
    private final Recorder recorder;
    private final MigratorSettings settings;
    private final Clearance clearance;
    private final Consumer<Step> started;
    private final HookRunner hooks;

    TransactionalUnit(
            LockedHistory history,
            Recorder recorder,
            MigratorSettings settings,
            Clearance clearance,
            Consumer<Step> started) {
        this.session = history.session();
        this.lock = history.lock();
        this.recorder = recorder;
        this.settings = settings;
        this.clearance = clearance;
        this.started = started;
        this.hooks = new HookRunner(session, recorder.hooks());
    }

    /**
     * Runs the steps and commits.
     *
     * @param around whether the hooks of the run belong to the same transaction
     * @param last whether nothing follows in this run; only then the commit waits for the disk. An earlier revision that
     *     a crash of the server takes away is taken with its row, so the next run does it again.
     * @throws StepException naming the step that failed; the transaction is still open
     */
    List<CompletedStep> run(List<Step> steps, boolean around, boolean last) {
        List<CompletedStep> completed = new ArrayList<>();
        Recorder.Attempt attempt = recorder.begin(steps.get(0), lock.waited());
        try {
            if (around) {
                runHooksOfRun(HookPoint.before(steps.get(0).direction()));
            }
            for (Step step : steps) {
                started.accept(step);
                attempt = recorder.begin(step, lock.waited());
                long start = System.nanoTime();
                run(attempt, step, last);
                completed.add(new CompletedStep(step, Duration.ofNanos(System.nanoTime() - start)));
            }
            if (around) {
                runHooksOfRun(HookPoint.after(steps.get(0).direction()));
            }
            session.commit();
            return completed;
        } catch (RuntimeException exception) {
            throw StepException.of(attempt, hooks.current(), exception);
        }
    }

    private void run(Recorder.Attempt attempt, Step step, boolean last) {
        lock.requireHeld(session.jdbc());
        Runnable stepSettings = () -> new StepSettings(session, settings).apply(step, last);
        stepSettings.run();
        clearance.before(step);
        HookPoint before = HookPoint.beforeEach(step.direction());
        new StepSettings(session, settings).limited(() -> {
            hooks.run(before);
            run(attempt.script());
        });
        if (mayChangeSession(attempt.script()) || hooks.mayChangeSession(before)) {
            // A role that the script took on may not be allowed to write the history.
            session.restorePrepared();
        }
        clearance.after(step, stepSettings);
        runHooks(HookPoint.afterEach(step.direction()), step.toString(), last);
        attempt.succeeded(session.jdbc());
    }

    private void runHooksOfRun(HookPoint point) {
        runHooks(point, point.fileName(), true);
    }

    private void runHooks(HookPoint point, String name, boolean last) {
        if (hooks.has(point)) {
            lock.requireHeld(session.jdbc());
            var own = new StepSettings(session, settings);
            own.apply(name, last);
            own.limited(() -> hooks.run(point));
            session.restorePrepared();
        }
    }

    private void run(Script script) {
        if (script.isText()) {
            new StatementRunner(session).runAll(script);
        } else {
            new CodeRunner(session, script).run();
        }
    }

    /** Whether a script may leave settings or a role behind. */
    static boolean mayChangeSession(Script script) {
        return !script.isText()
                || script.statements().stream()
                        .anyMatch(statement -> statement.kind() == StatementKind.SESSION
                                || statement.command().startsWith("SET"));
    }
}
