/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A further connection from where a run has its own, used from a thread that nobody waits for longer than a limit: a pool
 * may have none to give, and whoever takes it waits for as long as the pool likes. It is given back whenever it comes.
 */
final class SecondConnection implements AutoCloseable {

    private static final Logger logger = LoggerFactory.getLogger(SecondConnection.class);

    private final DataSource dataSource;
    private final PGConnection first;
    private final Duration patience;
    private final long end;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var created = new Thread(work, "migrations-pooler-check");
        created.setDaemon(true);
        return created;
    });

    /** Belong to the thread. */
    private @Nullable Connection connection;

    private @Nullable DriverState found;

    /**
     * A connection beside another one.
     *
     * @param first the driver's connection that this one must not be
     * @param patience how long all of it may take
     */
    SecondConnection(DataSource dataSource, PGConnection first, Duration patience) {
        this.dataSource = dataSource;
        this.first = first;
        this.patience = patience;
        this.end = System.nanoTime() + patience.toNanos();
    }

    /** The server session that it is given now; none where that cannot be told in time. */
    OptionalInt server() {
        Future<OptionalInt> answer = thread.submit(this::ask);
        try {
            return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException exception) {
            logger.debug("No second connection to compare with", exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        }
        // Waiting for a pool ends with it.
        answer.cancel(true);
        return OptionalInt.empty();
    }

    private OptionalInt ask() throws SQLException {
        if (connection == null) {
            Connection taken = dataSource.getConnection();
            if (DriverState.driver(taken)
                    .filter(driver -> !driver.equals(first))
                    .isEmpty()) {
                // Closing it might close the first: there is just one.
                return OptionalInt.empty();
            }
            connection = taken;
            found = DriverState.read(taken);
            taken.setNetworkTimeout(Runnable::run, (int) patience.toMillis());
            taken.setAutoCommit(true);
        }
        return OptionalInt.of(PoolerCheck.serverOf(connection));
    }

    private void giveBack() {
        if (connection == null) {
            return;
        }
        try (Connection taken = connection) {
            if (found != null && !taken.isClosed()) {
                found.restore(taken);
            }
        } catch (SQLException exception) {
            logger.debug("The second connection could not be given back as it was", exception);
        }
    }

    /** Does not wait for it. */
    @Override
    public void close() {
        thread.execute(this::giveBack);
        thread.shutdown();
    }
}
