/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

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
    private final SessionState found;
    private final SessionLeavings before;
    private final SessionState prepared;

    private LentSession(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.found = SessionState.read(jdbc);
        this.before = SessionLeavings.read(jdbc);
        RunSettings.apply(jdbc, true);
        this.prepared = SessionState.read(jdbc);
    }

    /** Readies the server session for the transaction that it is in. */
    static LentSession borrow(JdbcClient jdbc) {
        return new LentSession(jdbc);
    }

    /** Undoes what a script changed, for what follows in the same transaction. */
    void restorePrepared() {
        prepared.restore(jdbc);
        before.restore(jdbc);
    }

    /** Leaves the server session as it was found; to be called right before the commit. */
    void giveBack() {
        found.restore(jdbc);
        before.restore(jdbc);
    }

    /**
     * The same for a transaction that failed. What it set goes with it, but a prepared statement and a session lock do not,
     * so the session is kept, by a transaction that follows without a gap, until they are gone. Leaves that one open.
     *
     * @see <a href="https://www.postgresql.org/docs/current/sql-rollback.html">ROLLBACK, on AND CHAIN</a>
     */
    void giveBackAfterFault() {
        try {
            jdbc.sql("ROLLBACK AND CHAIN").update();
            before.restore(jdbc);
        } catch (DataAccessException exception) {
            logger.debug("What a failed transaction left on its server session could not be taken away", exception);
        }
    }
}
