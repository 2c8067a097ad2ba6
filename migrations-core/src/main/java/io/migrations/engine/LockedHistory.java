/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedSet;
import io.migrations.history.HistoryTables;
import io.migrations.history.Journal;
import io.migrations.history.RecordedState;
import io.migrations.history.RepeatableSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The history and a session that may write it: nobody else does until the migration lock is given back. */
final class LockedHistory {

    private final Environment environment;
    private final Session session;
    private final HistoryAccess history;
    private final MigrationLock lock;

    private LockedHistory(Environment environment, Session session, HistoryAccess history, MigrationLock lock) {
        this.environment = environment;
        this.session = session;
        this.history = history;
        this.lock = lock;
    }

    /**
     * Does some work under the migration lock, the tables being there. With the lock mode {@code transaction} the lock
     * is taken by {@link #inTransaction} only.
     *
     * @throws ReadOnlyDatabaseException where the database takes no writes
     * @throws PoolerRefusedException where the session's lock would be worth nothing
     */
    static <T> T with(Environment environment, Session session, Function<LockedHistory, T> work) {
        ReadOnlyDatabaseException.throwIfReadOnly(session.jdbc());
        boolean sessionLock = environment.settings().lockMode() == LockMode.SESSION;
        if (sessionLock) {
            new PoolerCheck(session.connection(), environment.dataSource()).refuseSharedSessions();
        }
        HistoryAccess history = environment.history(session).resolved();
        var lock = MigrationLock.of(history.tables(), environment);
        if (sessionLock) {
            session.prepare(lock.key());
        } else {
            session.prepareForTransactions();
        }
        var locked = new LockedHistory(environment, session, history, lock);
        Supplier<T> ready = () -> {
            history.createIfMissing(lock, environment.hasRepeatables());
            return history.translating(() -> work.apply(locked));
        };
        return sessionLock ? underSessionLock(session, lock, ready) : abandoningAfter(session, ready);
    }

    private static <T> T underSessionLock(Session session, MigrationLock lock, Supplier<T> work) {
        lock.acquire(session.jdbc());
        try {
            return abandoningAfter(session, work);
        } catch (LockLostException lost) {
            throw lock.release(session.jdbc()).map(lost::leftOn).orElse(lost);
        } finally {
            lock.release(session.jdbc());
        }
    }

    private static <T> T abandoningAfter(Session session, Supplier<T> work) {
        try {
            return work.get();
        } finally {
            session.abandon();
        }
    }

    /** Does some work in one transaction with the lock: all of it is kept, or nothing. */
    <T> T inTransaction(Supplier<T> work) {
        begin();
        return inBegun(work);
    }

    /** The same for what is not worth waiting for. Returns whether it was done: not where somebody else has the lock. */
    boolean inTransactionIfFree(Runnable work) {
        if (environment.settings().lockMode() != LockMode.TRANSACTION) {
            session.begin();
        } else if (!lock.beginIfFree(session)) {
            return false;
        }
        return inBegun(() -> {
            work.run();
            return true;
        });
    }

    private <T> T inBegun(Supplier<T> work) {
        try {
            lock.requireHeld(jdbc());
            jdbc().sql("SELECT set_config('lock_timeout', ?, true)")
                    .param(environment.settings().statementLockTimeout().toMillis() + "ms")
                    .query(String.class)
                    .single();
            T result = work.get();
            session.commit();
            return result;
        } catch (RuntimeException exception) {
            session.rollback(exception);
            throw exception;
        }
    }

    /** Begins a transaction, with the lock if each has a lock of its own. */
    void begin() {
        if (environment.settings().lockMode() == LockMode.TRANSACTION) {
            lock.beginLocked(session);
        } else {
            session.begin();
        }
    }

    Session session() {
        return session;
    }

    JdbcClient jdbc() {
        return session.jdbc();
    }

    MigrationLock lock() {
        return lock;
    }

    HistoryAccess access() {
        return history;
    }

    HistoryTables tables() {
        return history.tables();
    }

    AppliedSet appliedSet() {
        return new AppliedSet(tables());
    }

    /** What is recorded as applied now. */
    RecordedState state() {
        return session.reading(() -> RecordedState.read(jdbc(), tables(), environment.hasRepeatables()));
    }

    RepeatableSet repeatables() {
        return new RepeatableSet(tables());
    }

    Journal journal() {
        return new Journal(tables());
    }

    Recorder recorder(StepScripts scripts) {
        return new Recorder(
                scripts, tables(), ThisProcess.actor(session.user(), environment.settings()), environment.clock());
    }
}
