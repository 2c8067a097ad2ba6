/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.migrations.engine.MigrationListener;
import io.migrations.engine.MigrationStatus;
import io.migrations.engine.Migrator;
import io.migrations.engine.RunResult;
import io.migrations.revision.Plan;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a migrator's database. It is read again when somebody looks and the last reading is too old, or a run
 * has ended since; not for each look. Safe for use by several threads.
 */
final class KnownStatus implements MigrationListener {

    /** A look at the database: what was there, or why that could not be told. */
    record Reading(
            @Nullable MigrationStatus status, @Nullable RuntimeException fault) {}

    private record Dated(Reading reading, long nanos) {}

    private final Migrator migrator;
    private final Duration timeToLive;
    private final Executor executor;
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile @Nullable Dated latest;
    private volatile boolean outdated;

    KnownStatus(Migrator migrator, Duration timeToLive, Executor executor) {
        this.migrator = migrator;
        this.timeToLive = timeToLive;
        this.executor = executor;
    }

    /** Not older than wanted. */
    Reading current() {
        Dated known = latest;
        return known == null || isOld(known) ? read() : known.reading();
    }

    /** Whatever was read last, without waiting for the database; it is asked in the background where that is old. */
    Optional<MigrationStatus> last() {
        Dated known = latest;
        if ((known == null || isOld(known)) && reading.compareAndSet(false, true)) {
            executor.execute(() -> {
                try {
                    current();
                } finally {
                    reading.set(false);
                }
            });
        }
        return Optional.ofNullable(known == null ? null : known.reading().status());
    }

    @Override
    public void runCompleted(RunResult result) {
        outdated = true;
    }

    @Override
    public void runFailed(Plan plan, RuntimeException fault) {
        outdated = true;
    }

    @Override
    public void historyChanged() {
        outdated = true;
    }

    private boolean isOld(Dated known) {
        return outdated || System.nanoTime() - known.nanos() > timeToLive.toNanos();
    }

    /** One at a time: who waits for the one before takes what that has read. */
    private synchronized Reading read() {
        Dated known = latest;
        if (known != null && !isOld(known)) {
            return known.reading();
        }
        outdated = false;
        Reading now = look();
        latest = new Dated(now, System.nanoTime());
        return now;
    }

    private Reading look() {
        try {
            return new Reading(migrator.status(), null);
        } catch (RuntimeException exception) {
            return new Reading(null, exception);
        }
    }
}
