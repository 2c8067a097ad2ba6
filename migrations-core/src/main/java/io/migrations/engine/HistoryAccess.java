/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppendOnlyJournal;
import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import io.migrations.history.RecordedState;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
        return translating(() -> session.reading(() -> new AppliedSet(tables).read(session.jdbc())));
    }

    /**
     * The same with the schema known, so that nothing a script does to the search path leads elsewhere.
     *
     * @throws HistoryAccessException where the session has no current schema
     */
    HistoryAccess resolved() {
        return new HistoryAccess(session, place(HistoryGrants::toWrite), settings);
    }

    /**
     * The tables with their schema, whether they exist or not, for who only reads them.
     *
     * @throws HistoryAccessException where the session has no current schema: it would not see tables that exist
     */
    HistoryTables placeToRead() {
        return place(HistoryGrants::toRead);
    }

    private HistoryTables place(Function<HistoryGrants, List<String>> needed) {
        HistorySchema.Place place = session.reading(() -> new HistorySchema(tables).resolve(session.jdbc()));
        if (place.hidden() == null && place.tables() != null) {
            return place.tables();
        }
        throw new HistoryAccessException(
                session.actor(),
                place.hidden() == null
                        ? "the session has no schema to keep the history in: its search_path names none that exists and"
                                + " may be used, and 'migrations.schema' is not set."
                        : "the history is in the schema '%s', which the session may not use.".formatted(place.hidden()),
                session.reading(() -> needed.apply(grants())),
                null);
    }

    /** The applied set, and if wanted the repeatable scripts, with one query. */
    RecordedState readState(boolean withRepeatables) {
        return translating(() -> session.reading(() -> RecordedState.read(session.jdbc(), tables, withRepeatables)));
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
        for (int attempt = 1; session.reading(() -> isIncomplete(withRepeatables)); attempt++) {
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
                || (withRepeatables && !HistorySchema.hasRepeatables(session.jdbc(), tables))
                || lacksTrigger();
    }

    private boolean lacksTrigger() {
        return settings.appendOnlyJournal() && !AppendOnlyJournal.exists(session.jdbc(), tables);
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
            if (lacksTrigger()) {
                AppendOnlyJournal.create(session.jdbc(), tables);
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
                LockHolders.ofRelations(session.jdbc(), List.of(name(tables.revision()), name(tables.journal())), true);
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

    private RelationName name(String table) {
        return new RelationName(Objects.requireNonNullElse(tables.schema(), ""), table);
    }

    /** Runs something that uses the tables, and explains a missing right. */
    <T> T translating(Supplier<T> work) {
        return translating(work, HistoryGrants::toWrite);
    }

    /** Likewise, for who only reads them, and need not be able to do more. */
    <T> T translatingToRead(Supplier<T> work) {
        return translating(work, HistoryGrants::toRead);
    }

    private <T> T translating(Supplier<T> work, Function<HistoryGrants, List<String>> needed) {
        try {
            return work.get();
        } catch (DataAccessException exception) {
            SQLException cause = SqlCause.of(exception).orElse(null);
            if (cause != null && SqlCause.INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState())) {
                throw new HistoryAccessException(
                        session.actor(),
                        Objects.requireNonNullElse(cause.getMessage(), "not allowed") + ".",
                        grantsAfter(exception, needed),
                        exception);
            }
            throw exception;
        }
    }

    /** The transaction that was refused something is of no use for asking. */
    private List<String> grantsAfter(DataAccessException refused, Function<HistoryGrants, List<String>> needed) {
        session.rollback(refused);
        try {
            return session.reading(() -> needed.apply(grants()));
        } catch (DataAccessException unknown) {
            refused.addSuppressed(unknown);
            return List.of();
        }
    }

    private HistoryGrants grants() {
        return new HistoryGrants(session, tables, settings.appendOnlyJournal());
    }
}
