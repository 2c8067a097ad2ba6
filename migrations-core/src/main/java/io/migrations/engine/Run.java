/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.Legible;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run, from the moment there is something to do: lock, plan again, check, and step by step to the end. */
final class Run {

    private static final Logger logger = LoggerFactory.getLogger(Run.class);

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
    private final RunHooks hooks;
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
        this.hooks = new RunHooks(history, recorder, settings);
        this.repeatables = new RepeatablePhase(history, environment, recorder.run());
    }

    /** What is done and committed so far. */
    List<CompletedStep> completed() {
        return List.copyOf(completed);
    }

    /** The plan, once there is something to do and whoever watches was told so. */
    Optional<Plan> started() {
        return Optional.ofNullable(first).filter(plan -> !plan.isEmpty());
    }

    /** The repeatable scripts that are done and committed so far. */
    List<CompletedRepeatable> completedRepeatables() {
        return repeatables.completed();
    }

    /** Runs to the end and returns the plan that was decided under the lock. */
    Plan execute() {
        Plan plan = settings.lockMode() == LockMode.SESSION ? underSessionLock() : underTransactionLocks();
        if (plan.direction() == Direction.UPGRADE && environment.hasRepeatables()) {
            repeatables.run(plan, completed);
        }
        hooksAfter(plan);
        if (settings.schemaFingerprint() && hasDone()) {
            LiveSchema.note(history, recorder);
        }
        return plan;
    }

    private boolean hasDone() {
        return !completed.isEmpty() || !completedRepeatables().isEmpty();
    }

    /** Nobody else changes the history while the session's lock is held, so one plan holds to the end. */
    private Plan underSessionLock() {
        Plan plan = decideAndCheck();
        List<List<Step>> all = units.of(plan);
        hooksBefore(plan);
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
            return List.of(new NonTransactionalStep(history, recorder, settings, clearance).run(unit.get(0)));
        }
        session.begin();
        return transactional(unit, last);
    }

    /** Between two transactions with a lock of their own others may run, so each looks at what is left. */
    private Plan underTransactionLocks() {
        if (!recorder.hooks().at(HookPoint.before(decision.direction())).isEmpty()) {
            hooksBefore(firstPlanUnderLock());
        }
        Progress progress = retrying(this::firstUnitUnderLock);
        while (!progress.finished()) {
            progress = retrying(this::firstUnitUnderLock);
        }
        return Objects.requireNonNull(first);
    }

    /** Those before the run, where they have transactions of their own. */
    private void hooksBefore(Plan plan) {
        if (!isOneTransaction() || plan.steps().isEmpty()) {
            hooks.run(HookPoint.before(plan.direction()), () -> !planUnderLock().isEmpty(), List.of());
        }
    }

    private void hooksAfter(Plan plan) {
        if (!isOneTransaction() || plan.steps().isEmpty()) {
            List<String> ids =
                    completed.stream().map(step -> step.step().revision().id()).toList();
            hooks.run(HookPoint.after(plan.direction()), this::hasDone, ids);
        }
    }

    /** With the session's lock one plan holds to the end; otherwise others may have been faster. */
    private Plan planUnderLock() {
        return settings.lockMode() == LockMode.SESSION ? Objects.requireNonNull(first) : decideAndCheck();
    }

    private Plan firstPlanUnderLock() {
        history.lock().beginLocked(session);
        try {
            Plan plan = decideAndCheck();
            units.of(plan);
            session.commit();
            return plan;
        } catch (RuntimeException exception) {
            session.rollback(exception);
            throw exception;
        }
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
        logger.info(
                "{} ({} of {}): {}",
                Legible.line(step.toString()),
                steps.indexOf(step) + 1,
                steps.size(),
                Legible.line(step.revision().description()));
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
                // What is in the way of a hook stays: a hook belongs to no step that others give way to.
                if (exception.hook() == null && clearance.mayHelp(exception)) {
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
