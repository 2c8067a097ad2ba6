/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run beside the application's traffic, which it neither stops nor waits for in the dark. */
@DatabaseTest
class TrafficIntegrationTests {

    private static final String TABLES = """
            CREATE TABLE customers (id int PRIMARY KEY);
            CREATE TYPE mood AS ENUM ('good', 'bad');
            CREATE TABLE orders (id serial PRIMARY KEY, customer int REFERENCES customers, total int, mood mood);
            CREATE INDEX orders_total ON orders (total);
            CREATE VIEW totals AS SELECT sum(total) AS total FROM orders;
            CREATE TABLE events (id int, at int) PARTITION BY RANGE (at);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM (1) TO (2);
            INSERT INTO customers VALUES (1);
            INSERT INTO orders (customer, total) VALUES (1, 1);
            """;

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder).script("001_orders.sql", TABLES);
        fixture.with(settings ->
                settings.statementLockTimeout(Duration.ofMillis(150)).maxAttempts(2));
        fixture.migrator().upgrade("head");
    }

    @Test
    void queriesAreServedWhileALongReaderKeepsARevisionOut() {
        fixture.with(settings -> settings.maxAttempts(100))
                .script("002_alter.sql", "ALTER TABLE orders ADD note text;");
        var stop = new AtomicBoolean();
        var served = new AtomicInteger();
        CompletableFuture<Void> application = CompletableFuture.runAsync(() -> serve(stop, served));
        CompletableFuture<RunResult> run;
        try (var reader = new OpenTransaction(fixture.database, "SELECT count(*) FROM orders")) {
            run = CompletableFuture.supplyAsync(() -> fixture.migrator().upgrade("head"));
            await().atMost(Duration.ofSeconds(30)).until(() -> failedAttempts().size() >= 3);
            assertThat(application).isNotDone();
            int before = served.get();
            await().atMost(Duration.ofSeconds(30)).until(() -> served.get() > before + 20);
            assertThat(run).isNotDone();
        }
        assertThat(run).succeedsWithin(Duration.ofSeconds(60));
        int before = served.get();
        await().atMost(Duration.ofSeconds(30)).until(() -> served.get() > before);
        stop.set(true);

        assertThat(application).succeedsWithin(Duration.ofSeconds(30));
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(failedAttempts())
                .allSatisfy(row -> assertThat(row.failure().message())
                        .contains(
                                "lock timeout", "blocked by", "idle in transaction", "'SELECT count(*) FROM orders'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM customers | ALTER TABLE orders DROP CONSTRAINT orders_customer_fkey",
                "SELECT * FROM orders | DROP TABLE customers CASCADE",
                "SELECT * FROM orders | DROP INDEX orders_total",
                "SELECT * FROM events_1 | ALTER TABLE events ADD note text",
                "SELECT * FROM events | ALTER TABLE events DETACH PARTITION events_1",
                "SELECT * FROM orders | ALTER TYPE mood RENAME TO temper; ALTER TABLE orders ALTER mood TYPE text",
                "UPDATE orders SET total = 2 | UPDATE orders SET total = 3",
                "SELECT * FROM orders FOR UPDATE | DELETE FROM public.orders"
            })
    void whoeverStandsInTheWayIsNamedAlsoWhereTheStatementDoesNotNameTheTable(String query, String statement) {
        fixture.script("002_change.sql", statement + ";");
        try (var blocker = new OpenTransaction(fixture.database, query)) {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(failed -> {
                        assertThat(failed.failure().sqlState()).isEqualTo("55P03");
                        assertThat(failed.failure().blockers())
                                .singleElement()
                                .satisfies(holder -> assertThat(holder.query()).isEqualTo(query));
                    });
        }
        assertThat(failedAttempts())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.failure().message()).contains(query));
    }

    @Test
    void whoOnlyReadsIsNotBlamedForRows() {
        fixture.script("002_change.sql", "UPDATE orders SET total = 3;");
        try (var reader = new OpenTransaction(fixture.database, "SELECT * FROM orders");
                var writer = new OpenTransaction(fixture.database, "UPDATE orders SET total = 2")) {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(failed -> assertThat(failed.failure().blockers())
                            .extracting(LockHolder::query)
                            .containsExactly("UPDATE orders SET total = 2"));
        }
    }

    @Test
    void ofManyTheOldestAreNamedAndTheOthersCounted() {
        fixture.script("002_alter.sql", "ALTER TABLE orders ADD note text;");
        List<OpenTransaction> readers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            readers.add(new OpenTransaction(fixture.database, "SELECT %d FROM orders".formatted(i)));
        }
        try {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(failed -> {
                        assertThat(failed.failure().blockers())
                                .extracting(LockHolder::query)
                                .containsExactly(Stream.of(0, 1, 2, 3, 4)
                                        .map("SELECT %d FROM orders"::formatted)
                                        .toArray(String[]::new));
                        assertThat(failed.failure().moreBlockers()).isEqualTo(2);
                    });
        } finally {
            readers.forEach(OpenTransaction::close);
        }
        assertThat(failedAttempts())
                .allSatisfy(row -> assertThat(row.failure().message()).endsWith("and 2 more"));
    }

    @Test
    void alsoOfARevisionInJava() {
        fixture.revisions(new Altering());
        try (var reader = new OpenTransaction(fixture.database, "SELECT * FROM orders")) {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(failed -> assertThat(failed.failure().blockers())
                            .singleElement()
                            .satisfies(holder -> assertThat(holder.query()).isEqualTo("SELECT * FROM orders")));
        }
    }

    @RevisionHeader(id = "002")
    static final class Altering implements JavaRevision {

        @Override
        public void upgrade(Operations op) {
            op.jdbc().sql("ALTER TABLE orders ADD note text").update();
        }
    }

    private List<JournalEntry> failedAttempts() {
        return fixture.journal().stream()
                .filter(entry -> entry.outcome() == Outcome.FAILED)
                .toList();
    }

    /** Reads and writes all the time, and gives up where it has to wait for longer than one attempt may take. */
    private void serve(AtomicBoolean stop, AtomicInteger served) {
        try (Connection connection = fixture.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '5s'; SET statement_timeout = '10s'");
            while (!stop.get()) {
                statement.execute("INSERT INTO orders (total) VALUES (1)");
                statement.execute("SELECT total FROM orders LIMIT 1");
                served.incrementAndGet();
            }
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
