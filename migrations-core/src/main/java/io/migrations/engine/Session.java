/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The one connection that everything of a run happens on. Given back as it was: autocommit, read-only, network timeout,
 * and, once {@link #prepare() prepared}, every session setting.
 */
final class Session implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Session.class);

    private final Connection connection;
    private final JdbcClient jdbc;
    private final DriverState driver;
    private @Nullable SessionState found;
    private @Nullable SessionState prepared;
    private @Nullable LentSession lent;

    private Session(Connection connection) throws SQLException {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        this.driver = DriverState.read(connection);
        connection.setAutoCommit(true);
        if (driver.readOnly()) {
            connection.setReadOnly(false);
        }
    }

    /**
     * Takes a connection; asks the server nothing.
     *
     * @throws DatabaseUnreachableException where there is none to be had
     * @throws UnsupportedDatabaseException where it is not to a PostgreSQL this library knows
     */
    static Session open(DataSource dataSource) {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException exception) {
            throw new DatabaseUnreachableException(exception);
        }
        try {
            UnsupportedDatabaseException.throwUnlessSupported(connection.getMetaData());
            return new Session(connection);
        } catch (SQLException exception) {
            throw closing(connection, new DatabaseUnreachableException(exception));
        } catch (UnsupportedDatabaseException exception) {
            throw closing(connection, exception);
        }
    }

    Connection connection() {
        return connection;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    String user() {
        try {
            return connection.getMetaData().getUserName();
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /**
     * Readies the session for a run of any length: no client-side timeout, no lock timeout but the one that each
     * transaction sets, and a server that notices within seconds that this process is gone.
     */
    void prepare() {
        found = SessionState.read(jdbc);
        DriverState.liftNetworkTimeout(connection);
        RunSettings.apply(jdbc, false);
        prepared = SessionState.read(jdbc);
    }

    /**
     * The same where the server session may be another one in each transaction: what has to hold there is set by
     * {@link #borrow()}, and nothing but this end of the connection is changed.
     */
    void prepareForTransactions() {
        DriverState.liftNetworkTimeout(connection);
    }

    /** Undoes what a script changed of the session. */
    void restorePrepared() {
        if (lent != null) {
            lent.restorePrepared();
        } else if (prepared != null) {
            prepared.restore(jdbc);
        }
    }

    /** Goes back to the role of the run for the rest of the transaction the session is in. */
    void asPreparedRole() {
        if (prepared != null) {
            prepared.applyRole(jdbc);
        }
    }

    void begin() {
        run(() -> connection.setAutoCommit(false));
    }

    /** Begins a transaction that does not rely on what the server session takes for the default. */
    void beginReadCommitted() {
        begin();
        jdbc.sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED").update();
    }

    /** Readies the server session for the transaction that it is in, at whose end it is as it was before. */
    void borrow() {
        lent = LentSession.borrow(jdbc);
    }

    /** Begins a transaction that only reads, and sees the database as it is at its first query. */
    void beginSnapshot() {
        begin();
        jdbc.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").update();
    }

    void commit() {
        if (lent != null) {
            lent.giveBack();
        }
        run(() -> {
            connection.commit();
            connection.setAutoCommit(true);
        });
        lent = null;
    }

    /** A point of the transaction to go back to. */
    Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException exception) {
            throw new DataAccessResourceFailureException("Transaction control failed", exception);
        }
    }

    void rollbackTo(Savepoint savepoint) {
        run(() -> connection.rollback(savepoint));
    }

    void release(Savepoint savepoint) {
        run(() -> connection.releaseSavepoint(savepoint));
    }

    /** Ends the transaction, if one is open; what stands in the way joins the fault that led here. */
    void rollback(Throwable fault) {
        try {
            rollbackIfOpen();
        } catch (SQLException exception) {
            fault.addSuppressed(exception);
        }
    }

    /** Whether the connection to the server is gone. */
    boolean isBroken() {
        try {
            return !connection.isValid(1);
        } catch (SQLException exception) {
            return true;
        }
    }

    /** Ends a transaction that a fault left open: giving the connection back would commit it. */
    void abandon() {
        try {
            rollbackIfOpen();
        } catch (SQLException exception) {
            logger.warn("A transaction could not be rolled back; its connection is closed", exception);
            abort();
        }
    }

    private void rollbackIfOpen() throws SQLException {
        if (!connection.isClosed() && !connection.getAutoCommit()) {
            if (lent != null) {
                lent.giveBackAfterFault();
                lent = null;
            }
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() {
        abandon();
        try {
            if (found != null && !connection.isClosed()) {
                found.restore(jdbc);
            }
        } catch (SQLException | DataAccessException exception) {
            logger.warn("The session could not be set back; its connection is closed", exception);
            abort();
        }
        try (connection) {
            if (connection.isClosed()) {
                return;
            }
            driver.restore(connection);
        } catch (SQLException exception) {
            logger.debug("The connection could not be given back as it was", exception);
        }
    }

    private void abort() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException exception) {
            logger.debug("The connection could not be aborted", exception);
        }
    }

    private static MigrationException closing(Connection connection, MigrationException fault) {
        try {
            connection.close();
        } catch (SQLException exception) {
            fault.addSuppressed(exception);
        }
        return fault;
    }

    @FunctionalInterface
    private interface Work {
        void run() throws SQLException;
    }

    private static void run(Work work) {
        try {
            work.run();
        } catch (SQLException exception) {
            throw new DataAccessResourceFailureException("Transaction control failed", exception);
        }
    }
}
