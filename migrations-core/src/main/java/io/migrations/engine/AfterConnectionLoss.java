/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the history, over a new connection, what one that broke could not. That needs the migration lock, so it
 * happens once the server has ended the old session, and what became of its transaction is known. A database that does
 * not come back within seconds is not waited for.
 */
final class AfterConnectionLoss {

    private static final Logger logger = LoggerFactory.getLogger(AfterConnectionLoss.class);
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration FOR_THE_LOCK = Duration.ofSeconds(6);

    private final Environment environment;

    AfterConnectionLoss(Environment environment) {
        this.environment = environment.withLockWait(FOR_THE_LOCK);
    }

    /** Whether the work was done, in a transaction of its own. */
    boolean write(Consumer<LockedHistory> work) {
        // In a thread, as a pool may wait long for a server that is down.
        var written = new CompletableFuture<Void>();
        var thread = new Thread(() -> complete(written, work), "migrations-after-connection-loss");
        thread.setDaemon(true);
        thread.start();
        try {
            written.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException exception) {
            logger.debug("No other connection in the place of the one that broke", exception);
            return false;
        }
    }

    private void complete(CompletableFuture<Void> written, Consumer<LockedHistory> work) {
        try (Session session = environment.open()) {
            LockedHistory.with(
                    environment,
                    session,
                    history -> history.inTransaction(() -> {
                        work.accept(history);
                        return true;
                    }));
            written.complete(null);
        } catch (RuntimeException exception) {
            written.completeExceptionally(exception);
        }
    }
}
