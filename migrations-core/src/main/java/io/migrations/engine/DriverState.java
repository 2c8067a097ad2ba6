/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of a connection is kept at this end of it, as it was found.
 *
 * @param prepareThreshold from which repetition on the driver prepares a statement in the server; none where it is not known
 */
record DriverState(
        boolean autoCommit,
        boolean readOnly,
        int networkTimeout,
        @Nullable Integer prepareThreshold) {

    private static final Logger logger = LoggerFactory.getLogger(DriverState.class);

    static DriverState read(Connection connection) throws SQLException {
        return new DriverState(
                connection.getAutoCommit(),
                connection.isReadOnly(),
                connection.getNetworkTimeout(),
                driver(connection).map(PGConnection::getPrepareThreshold).orElse(null));
    }

    /** The driver's own connection, where it is its. */
    static Optional<PGConnection> driver(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class)
                ? Optional.of(connection.unwrap(PGConnection.class))
                : Optional.empty();
    }

    /** Lets a statement take as long as it takes. */
    static void liftNetworkTimeout(Connection connection) {
        try {
            connection.setNetworkTimeout(Runnable::run, 0);
        } catch (SQLException exception) {
            logger.debug("The connection has no network timeout to lift", exception);
        }
    }

    /**
     * Makes the driver prepare nothing in the server: the next statement may be another server session's.
     *
     * @see <a href="https://jdbc.postgresql.org/documentation/server-prepare/">Server Prepared Statements</a>
     */
    static void forgoServerPrepared(Connection connection) {
        try {
            driver(connection).ifPresent(driver -> driver.setPrepareThreshold(0));
        } catch (SQLException exception) {
            logger.debug("The driver does not say how it prepares statements", exception);
        }
    }

    /** Sets back whatever differs from this state. */
    void restore(Connection connection) throws SQLException {
        if (connection.getNetworkTimeout() != networkTimeout) {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
        if (prepareThreshold != null) {
            driver(connection).ifPresent(driver -> driver.setPrepareThreshold(prepareThreshold));
        }
        if (readOnly) {
            connection.setReadOnly(true);
        }
        connection.setAutoCommit(autoCommit);
    }
}
