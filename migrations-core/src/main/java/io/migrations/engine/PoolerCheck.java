/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out whether a server session belongs to its client for as long as that is connected. A pooler shows itself by the
 * process id that it invents for its clients. One that lends sessions only for a transaction or a statement shows itself
 * by giving a client another session, or two clients the same one; one in session mode can do neither.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html">BackendKeyData</a>
 * @see <a href="https://www.pgbouncer.org/config.html#pool_mode">PgBouncer, pool_mode</a>
 */
final class PoolerCheck {

    private static final Logger logger = LoggerFactory.getLogger(PoolerCheck.class);
    private static final int LOOKS = 5;
    /** A pool of one, or a pooler with one server session, never gives a second. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Connection connection;
    private final DataSource dataSource;

    /** A check of a connection, which must be in autocommit, against others from the same place. */
    PoolerCheck(Connection connection, DataSource dataSource) {
        this.connection = connection;
        this.dataSource = dataSource;
    }

    /**
     * One query where nothing is in between. What cannot be told here is left to {@link MigrationLock#requireHeld}.
     *
     * @throws PoolerRefusedException where server sessions are shared
     */
    void refuseSharedSessions() {
        try {
            Optional<PGConnection> driver = DriverState.driver(connection);
            if (driver.isEmpty()) {
                return;
            }
            int server = serverOf(connection);
            if (server == driver.get().getBackendPID()) {
                return;
            }
            logger.debug("A pooler is in between: the server's process is {}", server);
            if (isLeftBetweenStatements(server) || isGivenToAnother(driver.get(), server)) {
                throw new PoolerRefusedException();
            }
        } catch (SQLException exception) {
            logger.debug("Whether a pooler shares sessions could not be told", exception);
        }
    }

    private boolean isLeftBetweenStatements(int server) throws SQLException {
        for (int i = 0; i < LOOKS; i++) {
            if (serverOf(connection) != server) {
                return true;
            }
        }
        return false;
    }

    private boolean isGivenToAnother(PGConnection driver, int server) throws SQLException {
        try (var other = new SecondConnection(dataSource, driver, PATIENCE)) {
            OptionalInt first = other.server();
            OptionalInt now = first;
            for (int i = 0; i < LOOKS && now.isPresent(); i++) {
                if (now.getAsInt() == server || !now.equals(first) || serverOf(connection) != server) {
                    return true;
                }
                now = other.server();
            }
            return false;
        }
    }

    /** Not by a prepared statement: a pooler may know nothing of it when it is used again. */
    static int serverOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }
}
