/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a migrator behaves. Made from {@link #defaults()} with what is to be different.
 *
 * @param tables where the history is kept
 * @param lockMode how the migration lock is held
 * @param lockWait how long to wait for the migration lock
 * @param statementLockTimeout how long a statement waits for a lock on a table before the revision is tried again
 * @param statementTimeout how long a statement may run; none leaves it to the database, zero lifts what the database says
 * @param maxAttempts how often a revision is tried when locks, deadlocks or serialization stand in its way
 * @param transactionPer what one transaction holds
 * @param role the role to take on for everything; none keeps the user
 * @param appendOnlyJournal whether a trigger keeps everybody from changing or removing rows of the journal
 * @param schemaFingerprint whether a run that changed something notes in the journal what the schema is then
 * @param application the application's name, for the journal and the lock's waiters
 * @param applicationVersion the application's version, for the journal
 * @param operator who has asked a running application for a run, for the journal, in the place of the operating system's
 *     user; none where that user is who runs it
 */
public record MigratorSettings(
        HistoryTables tables,
        LockMode lockMode,
        Duration lockWait,
        Duration statementLockTimeout,
        @Nullable Duration statementTimeout,
        int maxAttempts,
        TransactionPer transactionPer,
        @Nullable String role,
        boolean appendOnlyJournal,
        boolean schemaFingerprint,
        @Nullable String application,
        @Nullable String applicationVersion,
        @Nullable String operator) {

    public MigratorSettings {
        requirePositive("lockWait", lockWait);
        requirePositive("statementLockTimeout", statementLockTimeout);
        if (statementTimeout != null && statementTimeout.isNegative()) {
            throw new IllegalArgumentException(
                    "'statementTimeout' is %s; it must not be negative.".formatted(statementTimeout));
        }
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
                null,
                10,
                TransactionPer.REVISION,
                null,
                false,
                true,
                null,
                null,
                null);
    }

    /** The same settings, to change some of them. */
    public Builder but() {
        return new Builder(this);
    }

    /** Settings that are not complete yet; not for use by several threads. */
    public static final class Builder {

        private HistoryTables tables;
        private LockMode lockMode;
        private Duration lockWait;
        private Duration statementLockTimeout;
        private @Nullable Duration statementTimeout;
        private int maxAttempts;
        private TransactionPer transactionPer;
        private @Nullable String role;
        private boolean appendOnlyJournal;
        private boolean schemaFingerprint;
        private @Nullable String application;
        private @Nullable String applicationVersion;
        private @Nullable String operator;

        private Builder(MigratorSettings from) {
            tables = from.tables;
            lockMode = from.lockMode;
            lockWait = from.lockWait;
            statementLockTimeout = from.statementLockTimeout;
            statementTimeout = from.statementTimeout;
            maxAttempts = from.maxAttempts;
            transactionPer = from.transactionPer;
            role = from.role;
            appendOnlyJournal = from.appendOnlyJournal;
            schemaFingerprint = from.schemaFingerprint;
            application = from.application;
            applicationVersion = from.applicationVersion;
            operator = from.operator;
        }

        public Builder tables(HistoryTables tables) {
            this.tables = tables;
            return this;
        }

        public Builder lockMode(LockMode lockMode) {
            this.lockMode = lockMode;
            return this;
        }

        public Builder lockWait(Duration lockWait) {
            this.lockWait = lockWait;
            return this;
        }

        public Builder statementLockTimeout(Duration statementLockTimeout) {
            this.statementLockTimeout = statementLockTimeout;
            return this;
        }

        public Builder statementTimeout(@Nullable Duration statementTimeout) {
            this.statementTimeout = statementTimeout;
            return this;
        }

        public Builder maxAttempts(int maxAttempts) {
            this.maxAttempts = maxAttempts;
            return this;
        }

        public Builder transactionPer(TransactionPer transactionPer) {
            this.transactionPer = transactionPer;
            return this;
        }

        public Builder role(@Nullable String role) {
            this.role = role;
            return this;
        }

        public Builder appendOnlyJournal(boolean appendOnlyJournal) {
            this.appendOnlyJournal = appendOnlyJournal;
            return this;
        }

        public Builder schemaFingerprint(boolean schemaFingerprint) {
            this.schemaFingerprint = schemaFingerprint;
            return this;
        }

        public Builder application(@Nullable String application) {
            this.application = application;
            return this;
        }

        public Builder applicationVersion(@Nullable String applicationVersion) {
            this.applicationVersion = applicationVersion;
            return this;
        }

        public Builder operator(@Nullable String operator) {
            this.operator = operator;
            return this;
        }

        /**
         * The settings.
         *
         * @throws IllegalArgumentException for a value out of range
         */
        public MigratorSettings build() {
            return new MigratorSettings(
                    tables,
                    lockMode,
                    lockWait,
                    statementLockTimeout,
                    statementTimeout,
                    maxAttempts,
                    transactionPer,
                    role,
                    appendOnlyJournal,
                    schemaFingerprint,
                    application,
                    applicationVersion,
                    operator);
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.compareTo(Duration.ofMillis(1)) < 0) {
            throw new IllegalArgumentException("'%s' is %s; it must be at least 1 ms.".formatted(name, duration));
        }
    }
}
