/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.CommandMode;
import io.migrations.boot.MigrationRunCompleted;
import io.migrations.boot.MigrationRunFailed;
import io.migrations.boot.MigrationRunStarted;
import io.migrations.boot.MigrationStepCompleted;
import io.migrations.boot.MigrationStepFailed;
import io.migrations.boot.MigrationStepStarted;
import io.migrations.engine.CompletedStep;
import io.migrations.engine.MigrationListener;
import io.migrations.engine.RunResult;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;

/**
 * {@link MigrationListener} that tells the application by events. In {@link CommandMode} it is silent: whoever listens
 * to events is a part of the application, which a command does not start.
 */
final class MigrationEventPublisher implements MigrationListener {

    private final String name;
    private final ApplicationEventPublisher publisher;
    private final Environment environment;

    MigrationEventPublisher(String name, ApplicationEventPublisher publisher, Environment environment) {
        this.name = name;
        this.publisher = publisher;
        this.environment = environment;
    }

    @Override
    public void runStarted(Plan plan) {
        publish(new MigrationRunStarted(name, plan));
    }

    @Override
    public void stepStarted(Step step, int index, int total) {
        publish(new MigrationStepStarted(name, step, index, total));
    }

    @Override
    public void stepCompleted(CompletedStep step) {
        publish(new MigrationStepCompleted(name, step));
    }

    @Override
    public void stepFailed(Step step, RuntimeException fault) {
        publish(new MigrationStepFailed(name, step, fault));
    }

    @Override
    public void runCompleted(RunResult result) {
        publish(new MigrationRunCompleted(name, result));
    }

    @Override
    public void runFailed(Plan plan, RuntimeException fault) {
        publish(new MigrationRunFailed(name, plan, fault));
    }

    private void publish(Object event) {
        if (!CommandMode.isActive(environment)) {
            publisher.publishEvent(event);
        }
    }
}
