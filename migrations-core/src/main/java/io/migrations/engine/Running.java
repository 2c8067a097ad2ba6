/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.RecordedState;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the database to where a decision leads. For one use. */
final class Running {

    private final Environment environment;
    private final Decision decision;
    private final Agreement agreement;
    private @Nullable Run run;

    Running(Environment environment, Decision decision, Agreement agreement) {
        this.environment = environment;
        this.decision = decision;
        this.agreement = agreement;
    }

    /** Runs what is to be done; with nothing to do this is one query. */
    RunResult execute() {
        RunResult result;
        try {
            result = run();
        } catch (RuntimeException fault) {
            started().ifPresent(plan -> environment.listener().runFailed(plan, fault));
            throw fault;
        }
        started().ifPresent(plan -> environment.listener().runCompleted(result));
        return result;
    }

    private Optional<Plan> started() {
        return Optional.ofNullable(run).flatMap(Run::started);
    }

    private RunResult run() {
        long start = System.nanoTime();
        try (Session session = environment.open()) {
            RecordedState state = environment.history(session).readState(environment.hasRepeatables());
            List<AppliedRevision> applied = state.applied();
            Plan plan = session.reading(() -> planned(session, state));
            if (plan.isEmpty()) {
                if (applied.isEmpty()) {
                    environment.history(session).placeToRead();
                }
                RepeatableDecision.of(environment.directory(), plan, state).noteWhatIsLeft();
                return result(plan, List.of(), List.of(), applied, Duration.ZERO, start);
            }
            return LockedHistory.with(environment, session, history -> {
                var locked = new Run(history, environment, decision, agreement);
                run = locked;
                Plan executed = locked.execute();
                return result(
                        executed,
                        locked.completed(),
                        locked.completedRepeatables(),
                        history.access().read(),
                        history.lock().waited(),
                        start);
            });
        }
    }

    private Plan planned(Session session, RecordedState state) {
        Plan plan = decision.plan(state);
        agreement.require(session.jdbc(), environment.settings().tables(), plan, state.applied(), 0);
        new PlanCheck(agreement.scripts(), environment.appliedSet()).check(session.jdbc(), plan, state.applied());
        if (plan.direction() == Direction.UPGRADE) {
            Moved.warn(environment.directory(), state.applied());
        }
        return plan;
    }

    private RunResult result(
            Plan plan,
            List<CompletedStep> steps,
            List<CompletedRepeatable> repeatables,
            List<AppliedRevision> applied,
            Duration lockWait,
            long start) {
        return RunResult.of(environment.directory().graph(), plan, steps, repeatables, applied, lockWait, start);
    }
}
