/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import io.migrations.history.RecordedState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The way to the history's tables, with a clear answer where the database user is not allowed on it. */
final class HistoryAccess {

    private static final Logger logger = LoggerFactory.getLogger(HistoryAccess.class);

    private final Session session;
    private final HistoryTables tables;
    private final MigratorSettings settings;

    HistoryAccess(Session session, HistoryTables tables, MigratorSettings settings) {
        this.session = session;
        this.tables = tables;
        this.settings = settings;
    }

    HistoryTables tables() {
        return tables;
    }

    List<AppliedRevision> read() {
        return translating(() -> new AppliedSet(tables).read(session.jdbc()));
    }

    /**
     * The same with the schema known, so that nothing a script does to the search path leads elsewhere.
     *
     * @throws HistoryAccessException where the session has no current schema
     */
    HistoryAccess resolved() {
        HistoryTables resolved = new HistorySchema(tables)
                .resolve(session.jdbc())
                .orElseThrow(() -> new HistoryAccessException(
                        session.user(),
                        "the session has no schema to keep the history in: its search_path names none that exists.",
                        List.of("set 'migrations.schema', or: ALTER ROLE %s SET search_path = public;"
                                .formatted(HistoryTables.quoted(session.user()))),
                        null));
        return new HistoryAccess(session, resolved, settings);
    }

    /** The applied set, and if wanted the repeatable scripts, with one query. */
    RecordedState readState(boolean withRepeatables) {
        return translating(() -> RecordedState.read(session.jdbc(), tables, withRepeatables));
    }

    /**
     * Creates the tables, or what tables of an earlier version lack, in a transaction of their own, under the migration
     * lock. It waits for a table no longer than a revision does, as whoever reads the table queues behind.
     *
     * @param withRepeatables whether the table of repeatable scripts is needed
     * @throws HistoryAccessException where that is not allowed
     * @throws HistoryLockedException where other sessions stand in the way, again and again
     */
    void createIfMissing(MigrationLock lock, boolean withRepeatables) {
        for (int attempt = 1; isIncomplete(withRepeatables); attempt++) {
            try {
                translating(() -> create(lock, withRepeatables));
                return;
            } catch (DataAccessException exception) {
                pauseAfter(attempt, exception);
            }
        }
    }

    private boolean isIncomplete(boolean withRepeatables) {
        return !HistorySchema.isComplete(session.jdbc(), tables)
                || (withRepeatables && !HistorySchema.hasRepeatables(session.jdbc(), tables));
    }

    private boolean create(MigrationLock lock, boolean withRepeatables) {
        if (settings.lockMode() == LockMode.TRANSACTION) {
            lock.beginLocked(session);
        } else {
            session.begin();
        }
        try {
            session.jdbc()
                    .sql("SELECT set_config('lock_timeout', ?, true)")
                    .param(settings.statementLockTimeout().toMillis() + "ms")
                    .query(String.class)
                    .single();
            HistorySchema.create(session.jdbc(), tables);
            if (withRepeatables) {
                HistorySchema.createRepeatables(session.jdbc(), tables);
            }
            session.commit();
            return true;
        } catch (RuntimeException exception) {
            session.rollback(exception);
            throw exception;
        }
    }

    private void pauseAfter(int attempt, DataAccessException fault) {
        SQLException cause = SqlCause.of(fault).orElse(null);
        if (cause == null || !Retry.helps(cause.getSQLState())) {
            throw fault;
        }
        List<LockHolder> holders =
                LockHolders.ofRelations(session.jdbc(), List.of(tables.quotedRevision(), tables.quotedJournal()));
        if (attempt >= settings.maxAttempts()) {
            throw new HistoryLockedException(attempt, String.valueOf(cause.getMessage()), holders, fault);
        }
        Duration pause = Retry.pauseAfter(attempt);
        logger.warn(
                "Others stood in the way of bringing the history's tables up to date: {} {}. Attempt {} of {} follows in"
                        + " {} ms",
                cause.getMessage(),
                holders,
                attempt + 1,
                settings.maxAttempts(),
                pause.toMillis());
        Pause.of(pause);
    }

    /** Runs something that uses the tables, and explains a missing right. */
    <T> T translating(Supplier<T> work) {
        try {
            return work.get();
        } catch (DataAccessException exception) {
            SQLException cause = SqlCause.of(exception).orElse(null);
            if (cause != null && SqlCause.INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState())) {
                throw new HistoryAccessException(
                        session.user(),
                        Objects.requireNonNullElse(cause.getMessage(), "not allowed") + ".",
                        grants(),
                        exception);
            }
            throw exception;
        }
    }

    private List<String> grants() {
        String user = HistoryTables.quoted(session.user());
        String schema = tables.schema() == null ? "public" : tables.schema();
        return List.of(
                "GRANT USAGE, CREATE ON SCHEMA %s TO %s;".formatted(HistoryTables.quoted(schema), user),
                "GRANT SELECT, INSERT, DELETE ON %s TO %s; /* if it exists */".formatted(tables.quotedRevision(), user),
                "GRANT SELECT, INSERT ON %s TO %s; /* if it exists */".formatted(tables.quotedJournal(), user),
                "GRANT SELECT, INSERT, UPDATE ON %s TO %s; /* if it exists */"
                        .formatted(tables.quotedRepeatable(), user));
    }
}
