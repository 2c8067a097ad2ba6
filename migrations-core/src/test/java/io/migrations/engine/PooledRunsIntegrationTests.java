/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrations.test.DatabaseTest;
import io.migrations.test.PgBouncer;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock mode {@code session} behind PgBouncer in session mode: a client has its server session until it goes. */
@DatabaseTest
class PooledRunsIntegrationTests {

    private MigratorFixture fixture;
    private PgBouncer pooler;

    @BeforeEach
    void startPooler(TestDatabase database, @TempDir Path folder, @TempDir Path poolersFolder) {
        pooler = PgBouncer.start(database, poolersFolder, "session", 20);
        fixture = new MigratorFixture(database, folder).script("001_orders.sql", "CREATE TABLE orders (id int);");
    }

    @AfterEach
    void stopPooler() {
        if (pooler != null) {
            pooler.close();
        }
    }

    @Test
    void eightAtOnceRunEachRevisionOnceConcurrentIndexesIncluded() throws Exception {
        fixture.script("002_slow.sql", "INSERT INTO orders VALUES (1); SELECT pg_sleep(0.2);")
                .script("003_index.sql", "CREATE INDEX CONCURRENTLY orders_id ON orders (id);");

        List<RunResult> results =
                Together.run(() -> fixture.migrator(pooler.dataSource()).upgrade("head"));

        assertThat(results.stream().flatMap(result -> result.steps().stream())).hasSize(3);
        assertThat(fixture.applied()).containsExactly("001", "002", "003");
    }

    @Test
    void aPoolerWithOneServerSessionIsNotWaitedFor(@TempDir Path anotherFolder) {
        try (var small = PgBouncer.start(fixture.database, anotherFolder, "session", 1)) {
            fixture.migrator(small.dataSource()).upgrade("head");
        }
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void aKilledClientFreesTheLockWithinSeconds() {
        fixture.script("002_long.sql", "CREATE TABLE half_done (id int); SELECT pg_sleep(600);");
        Process killed = MigratorProcess.start(
                List.of(),
                pooler.url(),
                fixture.database.username(),
                fixture.database.password(),
                fixture.folder.toString(),
                LockMode.SESSION.name());
        await().atMost(Duration.ofSeconds(20))
                .until(() -> fixture.database
                        .jdbc()
                        .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE datname = current_database()"
                                + " AND state = 'active' AND query = 'SELECT pg_sleep(600)')")
                        .query(Boolean.class)
                        .single());
        killed.destroyForcibly();
        fixture.script("002_long.sql", "CREATE TABLE done (id int);");

        RunResult result = fixture.migrator(pooler.dataSource()).upgrade("head");

        assertThat(result.lockWait()).isLessThan(Duration.ofSeconds(15));
        assertThat(fixture.database.tables()).contains("done").doesNotContain("half_done");
    }
}
