/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process killed with -9 at the worst moments: the next one goes on within seconds, without anybody's help. */
@DatabaseTest
class KilledProcessIntegrationTests {

    private static final Duration SECONDS = Duration.ofSeconds(15);
    private static final String SLEEPS = "state = 'active' AND query = 'SELECT pg_sleep(600)'";

    private MigratorFixture fixture;
    private Process process;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder).script("001_orders.sql", "CREATE TABLE orders (id int);");
    }

    @AfterEach
    void endProcess() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void inALongStatement(LockMode mode) {
        fixture.lockMode(mode).script("002_next.sql", "CREATE TABLE half_done (id int); SELECT pg_sleep(600);");
        process = MigratorProcess.start(fixture.database, fixture.folder, mode);
        awaitSession(SLEEPS);

        process.destroyForcibly();

        assertThatTheNextGoesOn();
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void idleInItsTransactionWhileCodeIsAtWork(LockMode mode) {
        TestDatabase database = fixture.database;
        process = MigratorProcess.start(
                List.of(),
                database.url(),
                database.username(),
                database.password(),
                fixture.folder.toString(),
                mode.name(),
                "idle");
        awaitSession("state = 'idle in transaction' AND query = 'CREATE TABLE half_done (id int)'");

        process.destroyForcibly();

        fixture.lockMode(mode);
        assertThatTheNextGoesOn();
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void waitingForTheLock(LockMode mode) {
        fixture.lockMode(mode).script("002_next.sql", "CREATE TABLE half_done (id int); SELECT pg_sleep(600);");
        try (Session holder = Session.open(fixture.database.dataSource())) {
            int pid = holder.jdbc()
                    .sql("SELECT pg_backend_pid()")
                    .query(Integer.class)
                    .single();
            String waiter =
                    "(query LIKE '%%pg_try_advisory%%' OR query LIKE '%%FROM pg_locks%%' OR query = 'COMMIT') AND pid <> %d"
                            .formatted(pid);
            HistoryTables tables = Objects.requireNonNull(new HistorySchema(HistoryTables.defaults())
                    .resolve(holder.jdbc())
                    .tables());
            var lock = new MigrationLock(tables, Duration.ofSeconds(1), new MigrationListener() {});
            lock.acquire(holder.jdbc());
            process = MigratorProcess.start(fixture.database, fixture.folder, mode);
            awaitSession(waiter);

            process.destroyForcibly();

            await().atMost(SECONDS).until(() -> sessions(waiter) == 0);
            lock.release(holder.jdbc());
        }
        assertThatTheNextGoesOn();
    }

    @Test
    void whoWaitsTooLongIsToldWhoHasTheLock() {
        fixture.script("002_next.sql", "SELECT pg_sleep(600);")
                .with(settings -> settings.lockWait(Duration.ofMillis(300)));
        process = MigratorProcess.start(fixture.database, fixture.folder, LockMode.SESSION);
        awaitSession(SLEEPS);
        int pid = fixture.database
                .jdbc()
                .sql("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND " + SLEEPS)
                .query(Integer.class)
                .single();

        assertThatExceptionOfType(LockNotObtainedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessageContaining("held by pid %d, application 'upgrade 002 ", pid)
                .withMessageContainingAll("(process)'", "active for", "'SELECT pg_sleep(600)'")
                .satisfies(refused -> {
                    assertThat(refused.holder()).hasValueSatisfying(holder -> {
                        assertThat(holder.pid()).isEqualTo(pid);
                        assertThat(holder.user()).isEqualTo(fixture.database.username());
                    });
                    assertThat(refused.waited()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
                });
    }

    private void assertThatTheNextGoesOn() {
        fixture.script("002_next.sql", "CREATE TABLE done (id int);");

        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.lockWait()).isLessThan(SECONDS);
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.database.tables()).contains("done").doesNotContain("half_done");
    }

    private void awaitSession(String condition) {
        await().atMost(Duration.ofSeconds(40)).until(() -> sessions(condition) == 1);
    }

    private long sessions(String condition) {
        return fixture.database
                .jdbc()
                .sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid() AND " + condition)
                .query(Long.class)
                .single();
    }
}
