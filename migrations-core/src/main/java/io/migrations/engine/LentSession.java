/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A server session that a pooler lends for one transaction and gives to somebody else at its end. Whatever a run needs of
 * it is set inside the transaction, and whatever was left on it is taken away again before the transaction ends, also
 * when it failed: later nothing leads back to it.
 *
 * @see <a href="https://www.pgbouncer.org/features.html">PgBouncer, SQL feature map for pooling modes</a>
 */
final class LentSession {

    private static final Logger logger = LoggerFactory.getLogger(LentSession.class);

    private final JdbcClient jdbc;
    private final int process;
    private final PreparedSession session;

    /**
     * Readies the server session for the transaction that it is in.
     *
     * @param role the role to take on in it, if any
     * @param ownLock the key of the migration lock, which the transaction has
     */
    LentSession(Session borrower, @Nullable RunRole role, long ownLock) {
        this.jdbc = borrower.jdbc();
        this.process = process();
        this.session = new PreparedSession(jdbc, ownLock, true, () -> {
            if (role != null) {
                role.takeOnInTransaction(borrower);
            }
        });
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
    void restorePrepared() {
        session.restoreInTransaction();
    }

    /** Leaves the server session as it was found; to be called right before the commit. */
    void giveBack() {
        DeferredConstraints.checkNow(jdbc);
        session.found().restore(jdbc);
        session.found().forgetListening(jdbc);
        jdbc.sql("DISCARD SEQUENCES").update();
    }

    /**
     * The same for a transaction that failed. What it set goes with it, but a prepared statement and a session lock do not,
     * so the session is kept, by a transaction that follows without a gap, until they are gone. Leaves that one open. Where
     * the transaction had already ended, with its commit, the session may be somebody else's now, and another one is left
     * alone.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-rollback.html">ROLLBACK, on AND CHAIN</a>
     */
    void giveBackAfterFault() {
        try {
            jdbc.sql("ROLLBACK AND CHAIN").update();
            if (process() == process) {
                session.found().restore(jdbc);
            }
        } catch (DataAccessException exception) {
            logger.debug("What a failed transaction left on its server session could not be taken away", exception);
        }
    }

    private int process() {
        return jdbc.sql("SELECT pg_backend_pid()").query(Integer.class).single();
    }
}
