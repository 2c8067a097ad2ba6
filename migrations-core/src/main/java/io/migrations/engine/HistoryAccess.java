/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;

/** The way to the history's tables, with a clear answer where the database user is not allowed on it. */
final class HistoryAccess {

    private final Session session;
    private final HistoryTables tables;
    private final LockMode lockMode;

    HistoryAccess(Session session, HistoryTables tables, LockMode lockMode) {
        this.session = session;
        this.tables = tables;
        this.lockMode = lockMode;
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
        return new HistoryAccess(session, resolved, lockMode);
    }

    /**
     * Creates the tables, or what tables of an earlier version lack, in a transaction of their own, under the migration
     * lock.
     *
     * @throws HistoryAccessException where that is not allowed
     */
    void createIfMissing(MigrationLock lock) {
        if (HistorySchema.isComplete(session.jdbc(), tables)) {
            return;
        }
        translating(() -> {
            if (lockMode == LockMode.TRANSACTION) {
                lock.beginLocked(session);
            } else {
                session.begin();
            }
            try {
                HistorySchema.create(session.jdbc(), tables);
                session.commit();
            } catch (RuntimeException exception) {
                session.rollback(exception);
                throw exception;
            }
            return true;
        });
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
                "GRANT SELECT, INSERT ON %s TO %s; /* if it exists */".formatted(tables.quotedJournal(), user));
    }
}
