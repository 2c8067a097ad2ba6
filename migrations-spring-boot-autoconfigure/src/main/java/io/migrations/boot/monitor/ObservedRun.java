/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.migrations.engine.CompletedStep;
import io.migrations.engine.MigrationListener;
import io.migrations.engine.RunResult;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@link MigrationListener} that makes an observation {@code migrations.run} of each run and a {@code migrations.step}
 * below it of each try of a step: timers, and where the application traces, spans. For the one run at a time that the lock lets
 * through.
 */
final class ObservedRun implements MigrationListener {

    private final String migrator;
    private final ObservationRegistry registry;
    private @Nullable Observation run;
    private @Nullable Observation step;

    ObservedRun(String migrator, ObservationRegistry registry) {
        this.migrator = migrator;
        this.registry = registry;
    }

    @Override
    public void runStarted(Plan plan) {
        run = observation("migrations.run", direction(plan.direction()))
                .highCardinalityKeyValue("target", plan.target())
                .start();
    }

    @Override
    public void stepStarted(Step started, int index, int total) {
        step = observation("migrations.step", direction(started.direction()))
                .parentObservation(run)
                .highCardinalityKeyValue("revision", started.revision().id())
                .start();
    }

    @Override
    public void stepCompleted(CompletedStep completed) {
        step = stop(step, "succeeded", null);
    }

    @Override
    public void retrying(Step again, int nextAttempt, int maxAttempts, Duration pause) {
        step = stop(step, "retried", null);
    }

    @Override
    public void stepFailed(Step failed, RuntimeException fault) {
        step = stop(step, "failed", fault);
    }

    @Override
    public void runCompleted(RunResult result) {
        run = stop(run, "succeeded", null);
    }

    @Override
    public void runFailed(Plan plan, RuntimeException fault) {
        step = stop(step, "failed", fault);
        run = stop(run, "failed", fault);
    }

    private Observation observation(String name, String direction) {
        return Observation.createNotStarted(name, registry)
                .lowCardinalityKeyValue("migrator", migrator)
                .lowCardinalityKeyValue("direction", direction);
    }

    private static @Nullable Observation stop(
            @Nullable Observation observation, String outcome, @Nullable RuntimeException fault) {
        if (observation != null) {
            observation.lowCardinalityKeyValue("outcome", outcome);
            if (fault != null) {
                observation.error(fault);
            }
            observation.stop();
        }
        return null;
    }

    private static String direction(Enum<?> direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }
}
