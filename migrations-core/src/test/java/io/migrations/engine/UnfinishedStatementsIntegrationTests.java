/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.migrations.engine.InterruptedRevisionException.Reason;
import io.migrations.history.StatementBeginning;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What must not be taken for the work of an unfinished statement, and what must not run twice. */
@DatabaseTest
class UnfinishedStatementsIntegrationTests {

    private static final String OUTSIDE = "-- Transactional: false\n-- Upgrade\n";
    private static final String BATCHES = """
            CREATE TABLE a (n int);
            CREATE PROCEDURE fill(fails bool) LANGUAGE plpgsql AS $$
            BEGIN
              INSERT INTO a VALUES (1);
              COMMIT;
              IF fails THEN RAISE EXCEPTION 'half of it'; END IF;
              INSERT INTO a VALUES (2);
            END $$;
            """;

    private MigratorFixture fixture;
    private TestDatabase database;

    @BeforeEach
    void prepare(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        fixture = new MigratorFixture(database, folder).script("001_base.sql", BATCHES);
    }

    @Test
    void aValidIndexThatWasThereBeforeIsNotTakenForOurs() {
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY i ON a ((n + 1));");
        fixture.migrator().upgrade("001");
        database.execute("CREATE INDEX i ON a (n)");
        refusedWith("42P07");
        cutBefore("CREATE INDEX CONCURRENTLY");

        refusedWith("42P07");

        assertThat(truth("SELECT pg_get_indexdef('i'::regclass) LIKE '%(n)'")).isTrue();
    }

    @Test
    void anInvalidIndexThatWasThereBeforeIsNotDropped() {
        fixture.migrator().upgrade("001");
        database.execute("INSERT INTO a VALUES (1), (1)");
        assertThatExceptionOfType(org.springframework.dao.DataAccessException.class)
                .isThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY i ON a (n)"));
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY i ON a (n);");
        refusedWith("42P07");

        refusedWith("42P07");

        assertThat(truth("SELECT NOT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isTrue();
    }

    @Test
    void anIndexThatAnotherSessionIsBuildingIsNotTakenForALeftover() {
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY i ON a (n);");
        fixture.migrator().upgrade("001");
        cutBefore("CREATE INDEX CONCURRENTLY");
        CompletableFuture<Void> other;
        try (var writer = new OpenTransaction(database, "INSERT INTO a VALUES (1)")) {
            other = CompletableFuture.runAsync(() -> database.execute("CREATE INDEX CONCURRENTLY i ON a (n)"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> truth("SELECT count(*) = 1 FROM pg_index WHERE NOT indisvalid"));

            refusedWith("55006");
        }
        other.join();
        assertThat(truth("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"))
                .isTrue();
    }

    @Test
    void anIndexBuiltBeforeTheScriptWasEditedIsLeftToADecision() {
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY i ON a (n);\nVACUUM a;");
        fixture.migrator().upgrade("001");
        cut(justAfter("CREATE INDEX"));
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY i ON a ((n + 1));\nVACUUM a;");

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNTOLD));
    }

    @Test
    void aDropThatTookEffectDoesNotDropTheNextIndexOfThatName() {
        fixture.script("001_base.sql", """
                CREATE SCHEMA tenant; CREATE TABLE tenant.t (n int); CREATE INDEX i ON tenant.t (n);
                CREATE TABLE public.t (n int); CREATE INDEX i ON public.t (n);
                """);
        fixture.script("002_drop.sql", OUTSIDE + "SET search_path = tenant, public; DROP INDEX CONCURRENTLY i;");
        fixture.migrator().upgrade("001");
        cut(justAfter("DROP INDEX"));

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNTOLD));

        assertThat(truth("SELECT to_regclass('tenant.i') IS NULL AND to_regclass('public.i') IS NOT NULL"))
                .isTrue();
    }

    @Test
    void aBlockThatOnlyNamesTheWordRunsInATransactionAndWaitsNoLongerThanOthers() {
        fixture.with(settings ->
                settings.statementLockTimeout(Duration.ofMillis(200)).maxAttempts(1));
        fixture.script("001_base.sql", "CREATE TABLE notes (state text);");
        fixture.migrator().upgrade("head");
        fixture.script(
                "002_block.sql",
                OUTSIDE
                        + "DO $$ BEGIN CREATE TEMP TABLE x ON COMMIT DROP AS SELECT 1; UPDATE notes SET state = 'committed'; "
                        + "ALTER TABLE notes ADD COLUMN n int; END $$;");
        try (var reader = new OpenTransaction(database, "SELECT * FROM notes")) {
            refusedWith("55P03");
        }
        fixture.migrator().upgrade("head");
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void aLimitOfItsOwnForLocksStaysWithAScript() {
        fixture.with(settings ->
                settings.statementLockTimeout(Duration.ofMillis(100)).maxAttempts(1));
        fixture.script("001_base.sql", "CREATE TABLE notes (state text);");
        fixture.migrator().upgrade("head");
        fixture.script("002_vacuum.sql", OUTSIDE + "SET lock_timeout = 0; VACUUM FULL notes;");
        CompletableFuture<RunResult> run;
        try (var reader = new OpenTransaction(database, "SELECT * FROM notes")) {
            run = CompletableFuture.supplyAsync(() -> fixture.migrator().upgrade("head"));
            assertThat(run).failsWithin(Duration.ofMillis(700)).withThrowableOfType(TimeoutException.class);
        }
        assertThat(run).succeedsWithin(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(RepairAs.class)
    void aProcedureThatWasCutOffIsNotRunAgainBeforeSomebodyHasDecided(RepairAs as) {
        fixture.script("002_fill.sql", OUTSIDE + "CALL fill(false);");
        fixture.migrator().upgrade("001");
        cut(justAfter("CALL"));

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .withMessage(
                        "The upgrade of revision '002' stopped after 0 of its statements. How much of the next one took"
                                + " effect cannot be told. Look into the database, bring it to one side or the other, and say"
                                + " which: 'migrations repair 002 --as applied' or 'migrations repair 002 --as pending'.");

        Repair shown = fixture.migrator().planRepair(List.of("002"));
        assertThat(shown.halfDone()).hasSize(1);
        if (as == RepairAs.PENDING) {
            database.execute("TRUNCATE a");
        }
        fixture.migrator().repair(shown, as);
        fixture.migrator().upgrade("head");
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void aProcedureThatFailedHalfWayIsNotRunAgainEither() {
        fixture.script("002_fill.sql", OUTSIDE + "CALL fill(true);");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.isUntold()).isTrue());

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
        assertThat(numbers()).containsExactly(1);
        assertThat(fixture.journalWords()).endsWith("upgrade 002 running", "upgrade 002 interrupted");
    }

    @Test
    void aProcedureThatTheServerDidNotEvenBeginRunsAgain() {
        fixture.script("002_fill.sql", OUTSIDE + "CALL fil(false);");
        refusedWith("42883");
        fixture.script("002_fill.sql", OUTSIDE + "CALL fill(false);");

        fixture.migrator().upgrade("head");

        assertThat(numbers()).containsExactly(1, 2);
    }

    @Test
    void aFailureBeforeTheDoubtfulStatementDoesNotHideThatItMayBeDone() {
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY i ON a (n);");
        fixture.migrator().upgrade("001");
        cut(justAfter("CREATE INDEX"));
        fixture.script("before_each_upgrade.sql", "SELECT 1 / 0;");
        assertThatExceptionOfType(HookFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
        fixture.without("before_each_upgrade.sql");

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void whatIsNotConcurrentWaitsForALockNoLongerThanInsideATransaction() {
        fixture.with(settings ->
                        settings.statementLockTimeout(Duration.ofMillis(200)).maxAttempts(50))
                .script("002_vacuum.sql", "VACUUM FULL a;");
        fixture.migrator().upgrade("001");
        CompletableFuture<RunResult> run;
        try (var reader = new OpenTransaction(database, "SELECT * FROM a")) {
            run = CompletableFuture.supplyAsync(() -> fixture.migrator().upgrade("head"));
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> fixture.journal().stream()
                            .anyMatch(row -> row.failure() != null
                                    && row.failure().message().contains("blocked by")));
            // Others are served between two attempts.
            assertThat(truth("SELECT count(*) = 0 FROM a")).isTrue();
        }
        run.join();
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void whatIsConcurrentWaitsForOldTransactionsAsLongAsTheyLast() {
        fixture.with(settings ->
                        settings.statementLockTimeout(Duration.ofMillis(50)).maxAttempts(1))
                .script("002_index.sql", "CREATE INDEX CONCURRENTLY i ON a (n);");
        fixture.migrator().upgrade("001");
        CompletableFuture<RunResult> run;
        try (var writer = new OpenTransaction(database, "INSERT INTO a VALUES (1)")) {
            run = CompletableFuture.supplyAsync(() -> fixture.migrator().upgrade("head"));
            await().atMost(Duration.ofSeconds(20)).until(() -> truth("""
                    SELECT count(*) = 1 FROM pg_stat_activity
                     WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'CREATE INDEX%'
                       AND clock_timestamp() - query_start > interval '500 ms'"""));
        }
        run.join();
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void aDatabaseThatWasDroppedHalfWayIsMadeAnew() {
        String made = database.name() + "_made";
        fixture.script("002_made.sql", "CREATE DATABASE %s TEMPLATE template0;".formatted(made));
        fixture.migrator().upgrade("001");
        cutBefore("CREATE DATABASE");
        database.execute("CREATE DATABASE " + made);
        try {
            database.execute("UPDATE pg_database SET datconnlimit = -2 WHERE datname = '%s'".formatted(made));

            fixture.migrator().upgrade("head");

            assertThat(truth("SELECT datconnlimit = -1 FROM pg_database WHERE datname = '%s'".formatted(made)))
                    .isTrue();
        } finally {
            database.execute("DROP DATABASE IF EXISTS " + made);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE SUBSCRIPTION s PUBLICATION p, true",
        "CREATE SUBSCRIPTION other PUBLICATION p, false",
        "DROP SUBSCRIPTION s, false",
        "DROP SUBSCRIPTION IF EXISTS other, true",
        "'ALTER SUBSCRIPTION s ADD PUBLICATION p, q', true",
        "'ALTER SUBSCRIPTION s ADD PUBLICATION p, r', false",
        "'ALTER SUBSCRIPTION s DROP PUBLICATION q, r', false",
        "ALTER SUBSCRIPTION s DROP PUBLICATION r, true",
        "ALTER SUBSCRIPTION s REFRESH PUBLICATION, false",
    })
    void aSubscriptionTellsWhatWasDoneToIt(String sql, boolean done) {
        database.execute("CREATE SUBSCRIPTION s CONNECTION 'port=1' PUBLICATION p, q WITH (connect = false)");
        try {
            Statement statement = SqlScript.parse(sql).statements().get(0);
            var beginning = new StatementBeginning(null, null, true);

            assertThat(UnfinishedStatement.of(statement).find(new Aftermath(database.jdbc(), true, beginning)))
                    .isEqualTo(Finding.of(done));
            assertThat(UnfinishedStatement.of(statement).find(new Aftermath(database.jdbc(), false, beginning)))
                    .isEqualTo(Finding.again());
        } finally {
            database.execute("ALTER SUBSCRIPTION s SET (slot_name = NONE)");
            database.execute("DROP SUBSCRIPTION s");
        }
    }

    private void refusedWith(String sqlState) {
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo(sqlState));
    }

    private void cutBefore(String statement) {
        cut(sent -> sent.get(sent.size() - 1).startsWith(statement));
    }

    /** The statement is done, and its record not committed. */
    private static Predicate<List<String>> justAfter(String statement) {
        return sent -> sent.size() > 1 && sent.get(sent.size() - 2).startsWith(statement);
    }

    /** The client vanishes before the first message at which what was about to be sent so far is like that. */
    private void cut(Predicate<List<String>> when) {
        var source = new CuttingDataSource(database.dataSource(), when);
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> fixture.migrator(source).upgrade("head"));
        assertThat(source.hasCut()).isTrue();
    }

    private List<Integer> numbers() {
        return database.jdbc()
                .sql("SELECT n FROM a ORDER BY n")
                .query(Integer.class)
                .list();
    }

    private boolean truth(String query) {
        return database.jdbc().sql(query).query(Boolean.class).single();
    }
}
