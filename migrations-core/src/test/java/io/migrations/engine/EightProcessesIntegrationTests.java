/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrations.engine.MigratorProcesses.Outcome;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Eight processes that start at once, as a deployment does. */
@DatabaseTest
class EightProcessesIntegrationTests {

    private static final int PROCESSES = 8;
    private static final String HOLDS = "state = 'active' AND query = 'SELECT pg_sleep(3)'";
    private static MigratorProcesses processes;

    private MigratorFixture fixture;

    @BeforeAll
    static void startProcesses() {
        processes = MigratorProcesses.start(PROCESSES);
    }

    @AfterAll
    static void endProcesses() {
        processes.close();
    }

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);")
                .script("002_rows.sql", "INSERT INTO orders VALUES (1);");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void onAnEmptyDatabaseEachRevisionRunsOnce(LockMode mode) {
        assertThat(run(mode)).extracting(Outcome::how).containsOnly("came up");

        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.attemptWords()).containsExactly("upgrade 001 succeeded", "upgrade 002 succeeded");
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT count(*) FROM orders")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aPendingRevisionIsRunByOne(LockMode mode) {
        fixture.migrator().upgrade("head");
        fixture.script("003_more.sql", "INSERT INTO orders VALUES (3);");

        List<Outcome> outcomes = run(mode);

        assertThat(outcomes).extracting(Outcome::how).containsOnly("came up");
        assertThat(outcomes.stream().flatMap(outcome -> outcome.ran().stream())).containsExactly("003");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void thoseThatWaitSayForWhomAndHoldNothing(LockMode mode) throws Exception {
        fixture.script("003_slow.sql", "SELECT pg_sleep(3);").lockMode(mode);
        var holder = new FutureTask<>(() -> fixture.migrator().upgrade("head"));
        new Thread(holder).start();
        await().atMost(Duration.ofSeconds(20)).until(() -> sessions(HOLDS) == 1);
        int pid = fixture.database
                .jdbc()
                .sql("SELECT pid FROM pg_stat_activity WHERE " + HOLDS)
                .query(Integer.class)
                .single();
        processes.begin(fixture.database, fixture.folder, mode);
        long looks = 0;
        long longTransactions = 0;
        while (!holder.isDone()) {
            looks += sessions("query LIKE '%pg_try_advisory%'");
            // Longer than any try takes, and much shorter than they wait.
            longTransactions += sessions("xact_start < clock_timestamp() - interval '1 s' AND pid <> " + pid);
        }

        assertThat(processes.outcomes()).allSatisfy(outcome -> {
            assertThat(outcome.how()).isEqualTo("came up");
            assertThat(outcome.ran()).isEmpty();
            assertThat(outcome.waitedFor())
                    .matches(
                            "pid \\d+, application 'upgrade 003 .*', user '\\w+', host '[^']+', active for \\d+ s, .*");
        });
        assertThat(looks).isPositive();
        assertThat(longTransactions).isZero();
    }

    private long sessions(String condition) {
        return fixture.database
                .jdbc()
                .sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND pid <> pg_backend_pid() AND " + condition)
                .query(Long.class)
                .single();
    }

    @Test
    void withNothingPendingThereIsNoLockAndNoWrite() {
        fixture.migrator().upgrade("head");
        String before = writes();
        try (var noWrite = new OpenTransaction(fixture.database, "LOCK TABLE migrations_revision IN EXCLUSIVE MODE")) {
            assertThat(run(LockMode.SESSION))
                    .containsExactlyElementsOf(Collections.nCopies(PROCESSES, new Outcome("came up", List.of(), "")));
        }
        assertThat(writes()).isEqualTo(before);
    }

    private String writes() {
        return fixture.database
                .jdbc()
                .sql("SELECT (SELECT count(*) FROM migrations_journal) || ' ' || (SELECT max(xmin::text) FROM"
                        + " migrations_revision)")
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aFailingRevisionIsTriedByEachAndHalfAppliedByNone(LockMode mode) {
        fixture.script("003_broken.sql", "INSERT INTO orders VALUES (3); SELECT 1/0;");

        assertThat(run(mode)).extracting(Outcome::how).containsOnly("RevisionFailedException");

        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.attemptWords())
                .startsWith("upgrade 001 succeeded", "upgrade 002 succeeded")
                .endsWith(Collections.nCopies(PROCESSES, "upgrade 003 failed").toArray(String[]::new))
                .hasSize(2 + PROCESSES);
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT count(*) FROM orders WHERE id = 3")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aConcurrentIndexIsHeldUpByNoWaiter() {
        fixture.migrator().upgrade("head");
        fixture.script("003_index.sql", "CREATE INDEX CONCURRENTLY orders_id ON orders (id);");

        List<Outcome> outcomes = run(LockMode.SESSION);

        assertThat(outcomes).extracting(Outcome::how).containsOnly("came up");
        assertThat(outcomes.stream().flatMap(outcome -> outcome.ran().stream())).containsExactly("003");
        assertThat(fixture.attemptWords())
                .endsWith("upgrade 003 running", "upgrade 003 running", "upgrade 003 succeeded");
    }

    private List<Outcome> run(LockMode mode) {
        processes.begin(fixture.database, fixture.folder, mode);
        return processes.outcomes();
    }
}
