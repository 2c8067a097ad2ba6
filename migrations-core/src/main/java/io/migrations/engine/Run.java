/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.RecordedState;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import io.migrations.script.HookPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One run, from the moment there is something to do: lock, plan again, check, and step by step to the end. */
final class Run {

    private record Progress(List<CompletedStep> steps, boolean finished) {}

    private final LockedHistory history;
    private final Environment environment;
    private final Decision decision;
    private final Agreement agreement;
    private final Session session;
    private final MigratorSettings settings;
    private final Recorder recorder;
    private final Units units;
    private final Clearance clearance;
    private final RepeatablePhase repeatables;
    private final List<CompletedStep> completed = new ArrayList<>();
    private @Nullable Plan first;

    Run(LockedHistory history, Environment environment, Decision decision, Agreement agreement) {
        this.history = history;
        this.environment = environment;
        this.decision = decision;
        this.agreement = agreement;
        this.session = history.session();
        this.settings = environment.settings();
        this.recorder = history.recorder(agreement.scripts());
        this.units = new Units(recorder, settings);
        this.clearance = new Clearance(history, environment);
        this.repeatables = new RepeatablePhase(history, environment, recorder.run());
    }

    /** What is done and committed so far. */
    List<CompletedStep> completed() {
        return List.copyOf(completed);
    }

    /** The repeatable scripts that are done and committed so far. */
    List<CompletedRepeatable> completedRepeatables() {
        return repeatables.completed();
    }

    /** The plan, once there is something to do and whoever watches was told so. */
    Optional<Plan> started() {
        return Optional.ofNullable(first).filter(plan -> !plan.isEmpty());
    }

    /** Runs to the end and returns the plan that was decided under the lock. */
    Plan execute() {
        Plan plan = settings.lockMode() == LockMode.SESSION ? underSessionLock() : underTransactionLocks();
        if (plan.direction() == Direction.UPGRADE && environment.hasRepeatables()) {
            repeatables.run(plan, completed);
        }
        hooks(HookPoint.after(plan.direction()));
        return plan;
    }

    /** Nobody else changes the history while the session's lock is held, so one plan holds to the end. */
    private Plan underSessionLock() {
        Plan plan = decideAndCheck();
        List<List<Step>> all = units.of(plan);
        hooks(HookPoint.before(plan.direction()));
        for (int i = 0; i < all.size(); i++) {
            List<Step> unit = all.get(i);
            boolean last = i == all.size() - 1;
            retrying(() -> new Progress(run(unit, last), last));
        }
        return plan;
    }

    private List<CompletedStep> run(List<Step> unit, boolean last) {
        if (!recorder.script(unit.get(0)).transactional()) {
            started(unit.get(0));
            return List.of(new NonTransactionalStep(history, recorder, settings).run(unit.get(0)));
        }
        session.begin();
        return transactional(unit, last);
    }

    /** Between two transactions with a lock of their own others may run, so each looks at what is left. */
    private Plan underTransactionLocks() {
        hooks(HookPoint.before(decision.direction()));
        Progress progress = retrying(this::firstUnitUnderLock);
        while (!progress.finished()) {
            progress = retrying(this::firstUnitUnderLock);
        }
        return Objects.requireNonNull(first);
    }

    /** The hooks of the run itself, where they have transactions of their own. */
    private void hooks(HookPoint point) {
        if (isOneTransaction()) {
            return;
        }
        var hooks = new RunHooks(history, recorder, settings, point);
        boolean finished = hooks.isDone();
        while (!finished) {
            finished = retrying(() -> new Progress(List.of(), runNext(hooks, point)))
                    .finished();
        }
    }

    /** Returns whether there are no more. */
    private boolean runNext(RunHooks hooks, HookPoint point) {
        boolean underTransactionLock = settings.lockMode() == LockMode.TRANSACTION;
        if (underTransactionLock) {
            history.lock().beginLocked(session);
        }
        try {
            if (underTransactionLock && point.isBefore()) {
                units.of(decideAndCheck());
            }
            Step near = near(point);
            if (near == null) {
                if (underTransactionLock) {
                    session.commit();
                }
                return true;
            }
            hooks.runNext(near);
            return hooks.isDone();
        } catch (RuntimeException exception) {
            session.rollback(exception);
            throw exception;
        }
    }

    /** The step that comes after a hook before the run, or has come before one after it; none where there is none. */
    private @Nullable Step near(HookPoint point) {
        if (point.isBefore()) {
            List<Step> steps = Objects.requireNonNull(first).steps();
            return steps.isEmpty() ? null : steps.get(0);
        }
        return completed.isEmpty() ? null : completed.get(completed.size() - 1).step();
    }

    private boolean isOneTransaction() {
        return settings.transactionPer() == TransactionPer.RUN;
    }

    private Progress firstUnitUnderLock() {
        history.lock().beginLocked(session);
        try {
            Plan plan = decideAndCheck();
            List<List<Step>> all = units.of(plan);
            if (all.isEmpty()) {
                session.commit();
                return new Progress(List.of(), true);
            }
            boolean last = all.size() == 1;
            return new Progress(transactional(all.get(0), last), last);
        } catch (RuntimeException exception) {
            session.rollback(exception);
            throw exception;
        }
    }

    private List<CompletedStep> transactional(List<Step> unit, boolean last) {
        return new TransactionalUnit(history, recorder, settings, clearance, this::started)
                .run(unit, isOneTransaction(), last);
    }

    private Plan decideAndCheck() {
        RecordedState state = history.state();
        List<AppliedRevision> applied = state.applied();
        Plan plan = first == null ? decision.plan(state) : decision.rest(first, ids(completed), state);
        agreement.require(session.jdbc(), history.tables(), plan, applied, completed.size());
        new PlanCheck(agreement.scripts(), history.appliedSet()).check(session.jdbc(), plan, applied);
        new HalfDone(recorder).check(session.jdbc(), plan);
        if (first == null) {
            first = plan;
            if (!plan.isEmpty()) {
                environment.listener().runStarted(plan);
            }
        }
        return plan;
    }

    private static Set<String> ids(List<CompletedStep> completed) {
        return completed.stream().map(step -> step.step().revision().id()).collect(Collectors.toSet());
    }

    private void started(Step step) {
        List<Step> steps = Objects.requireNonNull(first).steps();
        environment.listener().stepStarted(step, steps.indexOf(step) + 1, steps.size());
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
                if (clearance.mayHelp(exception)) {
                    attempt--;
                    continue;
                }
                new FailedAttempt(history, environment, recorder, exception)
                        .handle(
                                attempt,
                                completed,
                                first != null && first.headsBefore().isEmpty());
            }
        }
    }
}
