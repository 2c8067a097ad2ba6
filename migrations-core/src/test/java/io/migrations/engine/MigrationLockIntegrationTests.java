/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.history.HistoryTables;
import io.migrations.test.DatabaseTest;
import io.migrations.test.PgBouncer;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The lock itself, where nobody has looked for a pooler before. */
@DatabaseTest
class MigrationLockIntegrationTests {

    @Test
    void twoTakersOnOneServerSessionDoNotBothGetIt(TestDatabase database) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            JdbcClient shared = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var first = lock(Duration.ofSeconds(1));
            var second = lock(Duration.ofMillis(100));
            first.acquire(shared);

            assertThatExceptionOfType(LockNotObtainedException.class).isThrownBy(() -> second.acquire(shared));
            assertThatExceptionOfType(LockLostException.class).isThrownBy(() -> second.requireHeld(shared));
            assertThat(second.release(shared)).isEmpty();

            first.requireHeld(shared);
            assertThat(first.release(shared)).isEmpty();
            second.acquire(shared);
            second.requireHeld(shared);
        }
    }

    @Test
    void aTransactionDoesNotGetWhatItsServerSessionHas(TestDatabase database) throws Exception {
        try (Connection connection = database.dataSource().getConnection();
                Session session = Session.open(new OneConnection(connection))) {
            lock(Duration.ofSeconds(1)).acquire(session.jdbc());

            assertThatExceptionOfType(LockNotObtainedException.class)
                    .isThrownBy(() -> lock(Duration.ofMillis(100)).beginLocked(session));
        }
    }

    @Test
    void whatAScriptTookAgainIsGivenBackAsWell(TestDatabase database) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var lock = lock(Duration.ofSeconds(1));
            lock.acquire(jdbc);
            jdbc.sql("SELECT pg_advisory_lock(?)").param(lock.key()).query(row -> {});

            assertThat(lock.release(jdbc)).isEmpty();

            assertThat(jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid()")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void ofEightBehindAPoolerNoTwoEverBelieveThatTheyHaveIt(TestDatabase database, @TempDir Path folder)
            throws Exception {
        try (var pooler = PgBouncer.start(database, folder, "transaction", 2)) {
            var running = new AtomicInteger();
            var most = new AtomicInteger();
            List<Integer> turns = Together.run(() -> {
                int taken = 0;
                try (Connection connection = pooler.dataSource().getConnection()) {
                    DriverState.forgoServerPrepared(connection);
                    JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
                    for (int i = 0; i < 40; i++) {
                        taken += takeATurn(jdbc, running, most) ? 1 : 0;
                    }
                }
                return taken;
            });

            assertThat(most).hasValue(1);
            assertThat(turns.stream().mapToInt(Integer::intValue).sum()).isPositive();
        }
    }

    private static boolean takeATurn(JdbcClient jdbc, AtomicInteger running, AtomicInteger most) {
        var lock = lock(Duration.ofMillis(50));
        try {
            lock.acquire(jdbc);
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            try {
                lock.requireHeld(jdbc);
                return true;
            } finally {
                running.decrementAndGet();
                lock.release(jdbc);
            }
        } catch (LockNotObtainedException | LockLostException exception) {
            return false;
        }
    }

    @Test
    void aLockThatWasLostIsGivenBackAsSoonAsItsServerSessionIsMetAgain(TestDatabase database, @TempDir Path folder)
            throws Exception {
        try (var pooler = PgBouncer.start(database, folder, "transaction", 2);
                Connection connection = pooler.dataSource().getConnection();
                Connection other = pooler.dataSource().getConnection()) {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var lock = lock(Duration.ofSeconds(1));
            lock.acquire(jdbc);
            other.setAutoCommit(false);
            PoolerCheck.serverOf(other);

            assertThatExceptionOfType(LockLostException.class).isThrownBy(() -> lock.requireHeld(jdbc));

            other.rollback();
            assertThat(lock.release(jdbc)).isEmpty();
            lock(Duration.ofMillis(100)).acquire(database.jdbc());
        }
    }

    @Test
    void aLockThatCannotBeGivenBackIsNamedAndNobodyElsesIsTaken(TestDatabase database, @TempDir Path folder)
            throws Exception {
        try (var pooler = PgBouncer.start(database, folder, "transaction", 2);
                Connection connection = pooler.dataSource().getConnection();
                Connection other = pooler.dataSource().getConnection()) {
            DriverState.forgoServerPrepared(connection);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            var lock = lock(Duration.ofSeconds(1));
            lock.acquire(jdbc);
            int server = PoolerCheck.serverOf(connection);
            other.setAutoCommit(false);
            assertThat(PoolerCheck.serverOf(other)).isEqualTo(server);
            jdbc.sql("SELECT pg_advisory_lock(42)").query(row -> {});

            assertThat(lock.release(jdbc)).contains(server);

            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 42")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(new LockLostException().leftOn(server))
                    .hasMessageContaining("SELECT pg_terminate_backend(%d);", server);
        }
    }

    private static MigrationLock lock(Duration patience) {
        return new MigrationLock(HistoryTables.defaults(), patience, new MigrationListener() {});
    }
}
