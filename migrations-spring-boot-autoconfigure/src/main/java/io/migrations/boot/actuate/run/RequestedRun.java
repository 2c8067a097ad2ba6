/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate.run;

import io.migrations.engine.CompletedRepeatable;
import io.migrations.engine.CompletedStep;
import io.migrations.engine.JdbcUrls;
import io.migrations.engine.MigrationListener;
import io.migrations.engine.RunResult;
import io.migrations.revision.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A run in the background. Followed by other threads than the one that runs it. */
final class RequestedRun implements MigrationListener {

    private final String id = UUID.randomUUID().toString();
    private final String migrator;
    private final RunRequest request;
    private final PlanDescriptor plan;
    private final Instant startedAt = Instant.now();
    private final List<String> completed = new ArrayList<>();
    private String state = "running";
    private @Nullable String running;
    private @Nullable Instant finishedAt;
    private @Nullable List<String> heads;
    private @Nullable String problem;

    RequestedRun(String migrator, RunRequest request, PlanDescriptor plan) {
        this.migrator = migrator;
        this.request = request;
        this.plan = plan;
    }

    String id() {
        return id;
    }

    RunRequest request() {
        return request;
    }

    @Override
    public synchronized void stepStarted(Step step, int index, int total) {
        running = step.revision().id();
    }

    @Override
    public synchronized void stepCompleted(CompletedStep step) {
        completed.add(step.step().revision().id());
        running = null;
    }

    @Override
    public synchronized void runCompleted(RunResult result) {
        result.repeatables().stream().map(CompletedRepeatable::name).forEach(completed::add);
    }

    synchronized void succeed(List<String> headsAfter) {
        end("succeeded");
        heads = headsAfter;
    }

    synchronized void fail(Throwable fault, @Nullable List<String> headsAfter) {
        end("failed");
        heads = headsAfter;
        problem = JdbcUrls.messageWithoutSecrets(fault);
    }

    private void end(String how) {
        state = how;
        running = null;
        finishedAt = Instant.now();
    }

    synchronized boolean isRunning() {
        return finishedAt == null;
    }

    synchronized RunDescriptor describe() {
        return new RunDescriptor(
                id,
                migrator,
                request.action().toString(),
                request.targets(),
                state,
                plan,
                request.principal(),
                startedAt,
                finishedAt,
                List.copyOf(completed),
                running,
                heads,
                problem);
    }
}
