/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.migrations.engine.MigrationListener;
import io.migrations.engine.RunResult;
import io.migrations.revision.Plan;
import io.migrations.revision.Step;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What the runs of this process have come to so far, the one at startup included. Safe for use by several threads. */
final class RunCounts implements MigrationListener {

    private final AtomicLong retries = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong lockWaitNanos = new AtomicLong();

    @Override
    public void retrying(Step step, int nextAttempt, int maxAttempts, Duration pause) {
        retries.incrementAndGet();
    }

    @Override
    public void runFailed(Plan plan, RuntimeException fault) {
        failures.incrementAndGet();
    }

    @Override
    public void runCompleted(RunResult result) {
        lockWaitNanos.addAndGet(result.lockWait().toNanos());
    }

    double retries() {
        return retries.get();
    }

    double failures() {
        return failures.get();
    }

    double lockWaitNanos() {
        return lockWaitNanos.get();
    }
}
