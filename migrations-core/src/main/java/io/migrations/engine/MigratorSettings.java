/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a migrator behaves.
 *
 * @param tables where the history is kept
 * @param lockMode how the migration lock is held
 * @param lockWait how long to wait for the migration lock
 * @param statementLockTimeout how long a statement waits for a lock on a table before the revision is tried again
 * @param maxAttempts how often a revision is tried when locks, deadlocks or serialization stand in its way
 * @param transactionPer what one transaction holds
 * @param application the application's name, for the journal and the lock's waiters
 * @param applicationVersion the application's version, for the journal
 */
public record MigratorSettings(
        HistoryTables tables,
        LockMode lockMode,
        Duration lockWait,
        Duration statementLockTimeout,
        int maxAttempts,
        TransactionPer transactionPer,
        @Nullable String application,
        @Nullable String applicationVersion) {

    public MigratorSettings {
        requirePositive("lockWait", lockWait);
        requirePositive("statementLockTimeout", statementLockTimeout);
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("'maxAttempts' is %d; it must be at least 1.".formatted(maxAttempts));
        }
    }

    /** What suits most applications: session lock, five minutes of patience, a transaction per revision. */
    public static MigratorSettings defaults() {
        return new MigratorSettings(
                HistoryTables.defaults(),
                LockMode.SESSION,
                Duration.ofMinutes(5),
                Duration.ofSeconds(5),
                10,
                TransactionPer.REVISION,
                null,
                null);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("'%s' is %s; it must be at least 1 ms.".formatted(name, duration));
        }
    }
}
