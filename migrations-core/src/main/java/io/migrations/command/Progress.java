/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.CompletedStep;
import io.migrations.engine.LockHolder;
import io.migrations.engine.MigrationListener;
import io.migrations.revision.Direction;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows how far a run is: a bar where a person watches, plain lines elsewhere; always on the error stream. */
final class Progress implements MigrationListener, AutoCloseable {

    private static final int WIDTH = 79;
    private static final int MILLIS_BETWEEN_UPDATES = 200;

    private final PrintStream err;
    private final boolean interactive;
    private @Nullable ProgressBar bar;

    Progress(Terminal terminal) {
        this.err = terminal.err();
        this.interactive = terminal.interactive();
    }

    @Override
    public void runStarted(Plan plan) {
        if (interactive) {
            bar = new ProgressBarBuilder()
                    .setTaskName(plan.direction() == Direction.UPGRADE ? "Upgrading" : "Downgrading")
                    .setInitialMax(plan.steps().size())
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                    .setConsumer(new ConsoleProgressBarConsumer(err, WIDTH))
                    .hideEta()
                    .clearDisplayOnFinish()
                    .build();
        }
    }

    @Override
    public void stepStarted(Step step, int index, int total) {
        String name = Words.named(step.revision().id(), step.revision().description());
        if (bar != null) {
            bar.setExtraMessage(" " + name);
            bar.refresh();
        } else {
            err.println("%s %s (%d of %d)"
                    .formatted(step.direction() == Direction.UPGRADE ? "Applying" : "Downgrading", name, index, total));
        }
    }

    @Override
    public void stepCompleted(CompletedStep step) {
        if (bar != null) {
            bar.step();
        }
    }

    @Override
    public void waitingForLock(LockHolder holder, Duration waiting) {
        err.println("Waiting for the migration lock, held by %s".formatted(Words.visible(holder.toString())));
    }

    @Override
    public void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {
        String message = "others stood in the way, attempt %d of %d follows".formatted(nextAttempt, maxAttempts);
        if (bar != null) {
            bar.setExtraMessage(" " + step.revision().id() + ": " + message);
        } else {
            err.println("%s: %s".formatted(step.revision().id(), message));
        }
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
