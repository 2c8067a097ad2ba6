/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One run, from the moment there is something to do: lock, plan again, check, and step by step to the end. */
final class Run {

    private record Progress(Plan plan, List<CompletedStep> steps, boolean finished) {}

    private final LockedHistory history;
    private final Environment environment;
    private final Decision decision;
    private final Agreement agreement;
    private final Session session;
    private final MigratorSettings settings;
    private final Recorder recorder;
    private final Units units;
    private final List<CompletedStep> completed = new ArrayList<>();
    private int total;

    Run(LockedHistory history, Environment environment, Decision decision, Agreement agreement) {
        this.history = history;
        this.environment = environment;
        this.decision = decision;
        this.agreement = agreement;
        this.session = history.session();
        this.settings = environment.settings();
        this.recorder = history.recorder(agreement.scripts());
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
            started(unit.get(0), 0);
            return List.of(new NonTransactionalStep(history, recorder, settings).run(unit.get(0)));
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
        history.lock().beginLocked(session);
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
        return new TransactionalUnit(history, recorder, settings, this::started).run(unit, last);
    }

    private Plan decideAndCheck() {
        List<AppliedRevision> applied = history.appliedSet().read(session.jdbc());
        Plan plan = decision.plan(applied);
        agreement.require(session.jdbc(), history.tables(), plan, applied, completed.size());
        new PlanCheck(agreement.scripts(), history.appliedSet()).check(session.jdbc(), plan, applied);
        new HalfDone(recorder).check(session.jdbc(), plan);
        if (total == 0 && !plan.isEmpty()) {
            environment.listener().runStarted(plan);
        }
        total = completed.size() + plan.steps().size();
        return plan;
    }

    private void started(Step step, int indexInUnit) {
        environment.listener().stepStarted(step, completed.size() + indexInUnit + 1, total);
    }

    private Progress retrying(Supplier<Progress> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                Progress progress = work.get();
                completed.addAll(progress.steps());
                session.restorePrepared();
                progress.steps().forEach(environment.listener()::stepCompleted);
                return progress;
            } catch (StepException exception) {
                new FailedAttempt(history, environment, exception).handle(attempt, completed);
            }
        }
    }
}
