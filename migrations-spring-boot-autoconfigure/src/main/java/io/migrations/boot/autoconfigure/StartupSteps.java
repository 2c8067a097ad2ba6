/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.engine.CompletedStep;
import io.migrations.engine.MigrationListener;
import io.migrations.revision.Step;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.metrics.ApplicationStartup;
import org.springframework.core.metrics.StartupStep;

/** {@link MigrationListener} that makes a step {@code migrations.step} of the application's startup of each try of a revision. */
final class StartupSteps implements MigrationListener {

    private final String migrator;
    private final ApplicationStartup startup;
    private @Nullable StartupStep running;

    StartupSteps(String migrator, ApplicationStartup startup) {
        this.migrator = migrator;
        this.startup = startup;
    }

    @Override
    public void stepStarted(Step step, int index, int total) {
        running = startup.start("migrations.step")
                .tag("migrator", migrator)
                .tag("revision", step.revision().id());
    }

    @Override
    public void stepCompleted(CompletedStep step) {
        end("succeeded");
    }

    @Override
    public void stepFailed(Step step, RuntimeException fault) {
        end("failed");
    }

    @Override
    public void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {
        end("retried");
    }

    private void end(String outcome) {
        if (running != null) {
            running.tag("outcome", outcome).end();
            running = null;
        }
    }
}
