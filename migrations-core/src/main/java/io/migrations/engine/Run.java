/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedSet;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One run, from the moment there is something to do: lock, plan again, check, and step by step to the end. */
final class Run {

    private record Progress(Plan plan, List<CompletedStep> steps, boolean finished) {}

    private final Session session;
    private final MigratorSettings settings;
    private final Decision decision;
    private final AppliedSet appliedSet;
    private final MigrationLock lock;
    private final Recorder recorder;
    private final Units units;
    private final List<CompletedStep> completed = new ArrayList<>();

    Run(
            Session session,
            MigratorSettings settings,
            Decision decision,
            AppliedSet appliedSet,
            MigrationLock lock,
            Recorder recorder) {
        this.session = session;
        this.settings = settings;
        this.decision = decision;
        this.appliedSet = appliedSet;
        this.lock = lock;
        this.recorder = recorder;
        this.units = new Units(recorder, settings);
    }

    /** What is done and committed so far. */
    List<CompletedStep> completed() {
        return List.copyOf(completed);
    }

    /** Runs to the end and returns the plan that was decided under the lock. */
    Plan execute() {
        return settings.lockMode() == LockMode.SESSION ? underSessionLock() : underTransactionLocks();
    }

    /** Nobody else changes the history while the session's lock is held, so one plan holds to the end. */
    private Plan underSessionLock() {
        Plan plan = decideAndCheck();
        List<List<Step>> all = units.of(plan);
        for (int i = 0; i < all.size(); i++) {
            List<Step> unit = all.get(i);
            boolean last = i == all.size() - 1;
            retrying(() -> new Progress(plan, run(unit, last), last));
        }
        return plan;
    }

    private List<CompletedStep> run(List<Step> unit, boolean last) {
        if (!recorder.script(unit.get(0)).transactional()) {
            return List.of(new NonTransactionalStep(session, lock, recorder, settings).run(unit.get(0)));
        }
        session.begin();
        return transactional(unit, last);
    }

    /** Between two transactions with a lock of their own others may run, so each decides anew. */
    private Plan underTransactionLocks() {
        Progress first = retrying(this::firstUnitUnderLock);
        Progress progress = first;
        while (!progress.finished()) {
            progress = retrying(this::firstUnitUnderLock);
        }
        return first.plan();
    }

    private Progress firstUnitUnderLock() {
        lock.beginLocked(session);
        try {
            Plan plan = decideAndCheck();
            List<List<Step>> all = units.of(plan);
            if (all.isEmpty()) {
                session.commit();
                return new Progress(plan, List.of(), true);
            }
            boolean last = all.size() == 1;
            return new Progress(plan, transactional(all.get(0), last), last);
        } catch (RuntimeException exception) {
            session.rollback(exception);
            throw exception;
        }
    }

    private List<CompletedStep> transactional(List<Step> unit, boolean last) {
        return new TransactionalUnit(session, lock, recorder, settings).run(unit, last);
    }

    private Plan decideAndCheck() {
        var applied = appliedSet.read(session.jdbc());
        Plan plan = decision.plan(applied);
        new PlanCheck(decision.directory(), appliedSet).check(session.jdbc(), plan, applied);
        new HalfDone(recorder).check(session.jdbc(), plan);
        return plan;
    }

    private Progress retrying(Supplier<Progress> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                Progress progress = work.get();
                completed.addAll(progress.steps());
                session.restorePrepared();
                return progress;
            } catch (StepException exception) {
                new FailedAttempt(session, settings, lock, exception).handle(attempt, completed);
            }
        }
    }
}
