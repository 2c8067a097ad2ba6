/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DatabaseTest
class ConcurrentRunsIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);")
                .script("002_slow.sql", "INSERT INTO orders VALUES (1); SELECT pg_sleep(0.2);")
                .script("003_more.sql", "INSERT INTO orders VALUES (2);");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void eightAtOnceOnAnEmptyDatabaseRunEachRevisionOnce(LockMode mode) throws Exception {
        fixture.lockMode(mode);

        List<RunResult> results = Together.run(() -> fixture.migrator().upgrade("head"));

        assertThat(results).hasSize(Together.PROCESSES);
        assertThat(results.stream().flatMap(result -> result.steps().stream())).hasSize(3);
        assertThat(fixture.applied()).containsExactly("001", "002", "003");
        assertThat(fixture.journal())
                .extracting(JournalEntry::revision, JournalEntry::outcome)
                .containsExactly(
                        tuple("001", Outcome.SUCCEEDED),
                        tuple("002", Outcome.SUCCEEDED),
                        tuple("003", Outcome.SUCCEEDED));
    }

    @Test
    void waitersDoNotHoldUpAConcurrentIndex() throws Exception {
        fixture.script("004_index.sql", "CREATE INDEX CONCURRENTLY orders_id ON orders (id);");

        Together.run(() -> fixture.migrator().upgrade("head"));

        assertThat(fixture.applied()).contains("004");
    }

    @Test
    void aKillDuringAConcurrentIndexIsRecoveredFrom() {
        fixture.migrator().upgrade("head");
        fixture.script("004_index.sql", "CREATE INDEX CONCURRENTLY orders_id ON orders (id);");
        // A transaction with a snapshot keeps the index from becoming valid until it ends.
        try (var blocker = new OpenTransaction(fixture.database, "INSERT INTO orders VALUES (3)")) {
            Process killed = MigratorProcess.start(fixture.database, fixture.folder);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> count("SELECT count(*) FROM pg_index WHERE NOT indisvalid") == 1);
            killed.destroyForcibly();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'") == 0);
        }
        assertThat(fixture.migrator().status().find("004"))
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(RevisionState.INTERRUPTED));

        fixture.migrator().upgrade("head");

        assertThat(count("SELECT count(*) FROM pg_index WHERE indexrelid = 'orders_id'::regclass AND indisvalid"))
                .isEqualTo(1);
        assertThat(fixture.journalWords())
                .endsWith(
                        "upgrade 004 running",
                        "upgrade 004 interrupted",
                        "upgrade 004 running",
                        "upgrade 004 running",
                        "upgrade 004 succeeded");
    }

    private long count(String query) {
        return fixture.database.jdbc().sql(query).query(Long.class).single();
    }
}
