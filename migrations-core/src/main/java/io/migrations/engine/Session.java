/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.MigrationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.jdbc.AutoSave;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The one connection that everything of a run happens on. Given back as it was: autocommit, read-only, network timeout,
 * and, once {@link #prepare prepared}, whatever else a session keeps.
 */
final class Session implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(Session.class);

    private final Connection connection;
    private final JdbcClient jdbc;
    private final DriverState driver;
    private @Nullable OwnSession own;
    private @Nullable LentSession lent;
    private @Nullable RunRole role;
    private StatementTimeout timeout = StatementTimeout.NONE;

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
            throw new DatabaseUnreachableException(dataSource, exception);
        }
        try {
            UnsupportedDatabaseException.throwUnlessSupported(connection.getMetaData());
            return new Session(connection);
        } catch (SQLException exception) {
            throw closing(connection, new DatabaseUnreachableException(dataSource, exception));
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
     *
     * @param ownLock the key of the migration lock, which stays when the session is set back
     */
    void prepare(long ownLock) {
        DriverState.liftNetworkTimeout(connection);
        own = new OwnSession(jdbc, ownLock);
        timeout = own.inheritedTimeout();
    }

    /**
     * The same where the server session may be another one in each transaction: what has to hold there is set by
     * {@link #borrow}, and nothing but this end of the connection is changed.
     */
    void prepareForTransactions() {
        DriverState.liftNetworkTimeout(connection);
    }

    /**
     * Takes on a role, until the session is given back: for all of it, or where that may be shared, in each transaction.
     *
     * @throws RoleRefusedException where that is not possible
     */
    void takeOn(RunRole wanted) {
        role = wanted;
        wanted.takeOn(this);
    }

    /** Reads something between transactions, in the role that the session has taken on. */
    <T> T reading(Supplier<T> work) {
        return role != null && role.isPerTransaction() && isInAutoCommit() ? role.reading(this, work) : work.get();
    }

    private boolean isInAutoCommit() {
        try {
            return connection.getAutoCommit();
        } catch (SQLException exception) {
            throw new DataAccessResourceFailureException("The connection does not tell its mode", exception);
        }
    }

    /** Whose rights count: the role that was taken on, else the user. */
    String actor() {
        return role == null ? user() : role.name();
    }

    /** What the database says about how long a statement may run. */
    StatementTimeout inheritedTimeout() {
        return timeout;
    }

    /** Remembers settings that a script is about to change and that nothing else would tell of. */
    void watch(Set<String> customSettings) {
        if (lent != null) {
            lent.watch(customSettings);
        } else if (own != null) {
            own.watch(customSettings);
        }
    }

    /** Undoes what a script changed of the session; between transactions also what its sequences remember. */
    void restorePrepared() {
        if (lent != null) {
            lent.restorePrepared();
        } else if (own != null && isInAutoCommit()) {
            own.restoreBetweenTransactions();
        } else if (own != null) {
            // What its sequences remember is still the transaction's own: what follows in it may ask for them.
            own.restoreInTransaction();
        }
    }

    /** Goes back to the user and the role of the run for the rest of the transaction the session is in. */
    void asPreparedRole() {
        if (own != null) {
            own.asPreparedRole();
        }
    }

    /**
     * Begins a transaction.
     *
     * @throws DataAccessResourceFailureException where the session could not be set back after the one before
     */
    void begin() {
        if (own != null) {
            own.requireRestored();
        }
        run(() -> connection.setAutoCommit(false));
    }

    /** Begins a transaction that does not rely on what the server session takes for the default. */
    void beginReadCommitted() {
        begin();
        jdbc.sql("SET TRANSACTION ISOLATION LEVEL READ COMMITTED").update();
    }

    /** Readies the server session for the transaction that it is in, at whose end it is as it was before. */
    void borrow(long ownLock) {
        lent = new LentSession(this, role, ownLock);
        timeout = lent.inheritedTimeout();
    }

    /** Begins a transaction that only reads, and sees the database as it is at its first query. */
    void beginSnapshot() {
        if (role != null && role.isPerTransaction()) {
            // A savepoint of the driver would come before what has to be the transaction's first statement.
            abandon();
            DriverState.autosave(connection, AutoSave.NEVER);
        }
        begin();
        jdbc.sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY").update();
        if (role != null && role.isPerTransaction()) {
            role.takeOnInTransaction(this);
        }
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
            if (own != null && !connection.isClosed()) {
                own.giveBack();
            }
            if (role != null && !connection.isClosed()) {
                role.giveBack(this);
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
