/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The advisory lock that keeps two processes from migrating one history at the same time. It is polled, never waited
 * for inside the server, and only outside a transaction: a waiter with a snapshot would block {@code CREATE INDEX
 * CONCURRENTLY}. It dies with its session.
 *
 * <p>The server lets a session take an advisory lock that it has already. Behind a pooler two processes may meet on one
 * server session, so a session that has the lock is one that another process may be using, and gets it no second time.
 *
 * @see <a href="https://www.postgresql.org/docs/current/explicit-locking.html#ADVISORY-LOCKS">Advisory Locks</a>
 */
final class MigrationLock {

    private static final Logger logger = LoggerFactory.getLogger(MigrationLock.class);
    /** What comes before the table's name in the text that the key is made from. */
    static final String NAME_OF = "io.migrations ";

    private static final Duration FIRST_PAUSE = Duration.ofMillis(25);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_MESSAGES = Duration.ofSeconds(10);
    private static final int RELEASE_ATTEMPTS = 60;

    /** Whether this very server session has the lock. */
    private static final String HELD_HERE = """
            EXISTS (
              SELECT FROM pg_locks
               WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND pid = pg_backend_pid()
                 AND ((classid::bigint << 32) | objid::bigint) = ?)""";

    private final long key;
    private final Duration patience;
    private final MigrationListener listener;
    private Duration waited = Duration.ZERO;
    private @Nullable Integer server;

    MigrationLock(HistoryTables resolved, Duration patience, MigrationListener listener) {
        this.key = keyOf(NAME_OF + resolved.quotedRevision());
        this.patience = patience;
        this.listener = listener;
    }

    static MigrationLock of(HistoryTables resolved, Environment environment) {
        return new MigrationLock(resolved, environment.settings().lockWait(), environment.listener());
    }

    /**
     * Takes the lock for the session, which must be in autocommit.
     *
     * @throws LockNotObtainedException naming the holder
     */
    void acquire(JdbcClient jdbc) {
        waitUntil(jdbc, () -> attempt(jdbc, "pg_try_advisory_lock"));
    }

    /** What the server knows it by. */
    long key() {
        return key;
    }

    /**
     * Gives the session's lock back, however often a script took it, too; a broken session has lost it already. Where a
     * pooler hands out another server session now, that one's locks are somebody else's: then it is tried again for a while.
     *
     * @return the server session that still has the lock, as none of the tries got there; none where it was given back
     */
    Optional<Integer> release(JdbcClient jdbc) {
        Integer left = server;
        try {
            for (int attempt = 1; left != null && attempt <= RELEASE_ATTEMPTS; attempt++) {
                if (isReleased(jdbc, left)) {
                    left = null;
                } else {
                    Pause.of(FIRST_PAUSE);
                }
            }
        } catch (DataAccessException exception) {
            logger.debug("The migration lock went with its session", exception);
            left = null;
        }
        server = null;
        if (left != null) {
            logger.warn(
                    "A pooler's server session has kept the migration lock. Others wait until it ends:"
                            + " SELECT pg_terminate_backend({});",
                    left);
        }
        return Optional.ofNullable(left);
    }

    /**
     * One statement for all of it: between two of them the server session may be another client's, with its own lock. It
     * counts, as the server would not look beyond the first row for less.
     */
    private boolean isReleased(JdbcClient jdbc, int server) {
        return jdbc.sql("""
                        WITH RECURSIVE released (was_held) AS (
                          SELECT pg_advisory_unlock(:key) WHERE pg_backend_pid() = :server
                           UNION ALL
                          SELECT pg_advisory_unlock(:key) FROM released WHERE was_held)
                        SELECT count(*) > 0 FROM released""")
                .param("key", key)
                .param("server", server)
                .query(Boolean.class)
                .single();
    }

    /**
     * Begins a transaction that has the lock until its end. A failed try ends it before it waits, so that a waiter
     * keeps no snapshot.
     *
     * @throws LockNotObtainedException naming the holder
     */
    void beginLocked(Session session) {
        waitUntil(session.jdbc(), () -> beginIfFree(session));
    }

    /** The same, if nobody has the lock now; otherwise nothing is begun. */
    boolean beginIfFree(Session session) {
        session.beginReadCommitted();
        if (attempt(session.jdbc(), "pg_try_advisory_xact_lock")) {
            session.borrow(key);
            return true;
        }
        session.commit();
        return false;
    }

    /**
     * Makes sure that the session that is about to change something is the one with the lock. Behind a pooler that
     * hands out another server session for each transaction, it is not.
     *
     * @throws LockLostException where it is another one
     */
    void requireHeld(JdbcClient jdbc) {
        boolean held = jdbc.sql("SELECT pg_backend_pid() = ? AND " + HELD_HERE)
                .params(server == null ? 0 : server, key)
                .query(Boolean.class)
                .single();
        if (!held) {
            throw new LockLostException();
        }
    }

    /** Whether a session holds the lock now, and which. */
    Optional<LockHolder> holder(JdbcClient jdbc) {
        return LockHolders.ofAdvisoryLock(jdbc, key);
    }

    /** Tries again and again until it works, telling the log who is in the way. */
    private void waitUntil(JdbcClient jdbc, BooleanSupplier acquired) {
        long start = System.nanoTime();
        long nextMessage = start;
        Duration pause = FIRST_PAUSE;
        while (!acquired.getAsBoolean()) {
            long now = System.nanoTime();
            Duration waiting = Duration.ofNanos(now - start);
            if (waiting.compareTo(patience) >= 0) {
                throw new LockNotObtainedException(waiting, holder(jdbc).orElse(null));
            }
            if (now >= nextMessage) {
                holder(jdbc).ifPresent(holder -> {
                    logger.info("Waiting for the migration lock for {} s; held by {}", waiting.toSeconds(), holder);
                    listener.waitingForLock(holder, waiting);
                });
                nextMessage = now + BETWEEN_MESSAGES.toNanos();
            }
            Pause.of(pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis())));
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        waited = waited.plusNanos(System.nanoTime() - start);
    }

    /** How long this run has waited for the lock so far. */
    Duration waited() {
        return waited;
    }

    /** A CASE, as only that keeps the server from trying before it has looked. */
    private boolean attempt(JdbcClient jdbc, String function) {
        server = jdbc.sql("SELECT CASE WHEN %s THEN NULL WHEN %s(?) THEN pg_backend_pid() END"
                        .formatted(HELD_HERE, function))
                .params(key, key)
                .query((row, number) -> row.getObject(1, Integer.class))
                .list()
                .get(0);
        return server != null;
    }

    private static long keyOf(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
