/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A server session that is the run's own from its first transaction to its last: readied once, set back between
 * transactions, and left as it was found.
 */
final class OwnSession {

    private static final Logger logger = LoggerFactory.getLogger(OwnSession.class);

    private final JdbcClient jdbc;
    private final PreparedSession session;
    private @Nullable DataAccessException unrestored;

    /**
     * Readies the session.
     *
     * @param ownLock the key of the migration lock, which stays when the session is set back
     */
    OwnSession(JdbcClient jdbc, long ownLock) {
        this.jdbc = jdbc;
        this.session = new PreparedSession(jdbc, ownLock, false, () -> {});
    }

    /** What the database says about how long a statement may run. */
    StatementTimeout inheritedTimeout() {
        return session.inheritedTimeout();
    }

    /** Remembers settings that a script is about to change and that nothing else would tell of. */
    void watch(Set<String> customSettings) {
        session.watch(customSettings);
    }

    /** Undoes what a script changed, for what follows in the same transaction. */
    void restoreInTransaction() {
        session.restoreInTransaction();
    }

    /**
     * The same between transactions, and what sequences remember. What has been committed does not fail because of what
     * comes after it; but nothing else begins in a session that still has what was left there.
     */
    void restoreBetweenTransactions() {
        try {
            session.prepared().restore(jdbc);
            jdbc.sql("DISCARD SEQUENCES").update();
            unrestored = null;
        } catch (DataAccessException exception) {
            logger.warn(
                    "What was left in the session could not be taken away: nothing more runs there, and its connection"
                            + " is closed at the end",
                    exception);
            unrestored = exception;
        }
    }

    /**
     * To be asked before anything begins.
     *
     * @throws DataAccessResourceFailureException where the session is not what it has to be
     */
    void requireRestored() {
        if (unrestored != null) {
            throw new DataAccessResourceFailureException(
                    "The session has kept what was left there before, and could not be set back. What was done before"
                            + " is committed; start again, on a new connection",
                    unrestored);
        }
    }

    /** Goes back to the user and the role of the run for the rest of the transaction the session is in. */
    void asPreparedRole() {
        session.prepared().applyIdentity(jdbc);
    }

    /** Leaves the session as it was found. */
    void giveBack() {
        requireRestored();
        session.found().restore(jdbc);
        jdbc.sql("DISCARD SEQUENCES").update();
    }
}
