/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@DatabaseTest
class RunFaultsIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder).script("001_orders.sql", "CREATE TABLE orders (id int);");
        fixture.settings(MigratorSettings.defaults()
                .but()
                .lockWait(Duration.ofSeconds(2))
                .statementLockTimeout(Duration.ofMillis(300))
                .maxAttempts(3)
                .application("tests")
                .build());
    }

    @Test
    void aRevisionBlockedByAReaderIsTriedAgainUntilTheReaderIsGone() {
        fixture.migrator().upgrade("head");
        fixture.script("002_alter.sql", "CREATE TABLE first (id int); ALTER TABLE orders ADD n int;");
        var reader = new OpenTransaction(fixture.database, "SELECT * FROM orders");
        CompletableFuture<Void> leaves = CompletableFuture.runAsync(
                reader::close, CompletableFuture.delayedExecutor(600, TimeUnit.MILLISECONDS));

        fixture.migrator().upgrade("head");

        leaves.join();
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.journal())
                .filteredOn(entry -> entry.revision().equals("002"))
                .satisfies(rows -> {
                    assertThat(rows).first().extracting(JournalEntry::outcome).isEqualTo(Outcome.FAILED);
                    assertThat(rows).last().extracting(JournalEntry::outcome).isEqualTo(Outcome.SUCCEEDED);
                    assertThat(rows.get(0).failure().message())
                            .contains("lock timeout", "blocked by", "idle in transaction");
                });
    }

    @Test
    void aBlockerThatStaysIsNamed() {
        fixture.migrator().upgrade("head");
        fixture.script("002_alter.sql", "ALTER TABLE public.orders ADD n int;");
        try (var reader = new OpenTransaction(fixture.database, "SELECT * FROM orders")) {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(failed -> {
                        assertThat(failed.attempts()).isEqualTo(3);
                        assertThat(failed.failure().sqlState()).isEqualTo("55P03");
                        assertThat(failed.failure().blockers()).singleElement().satisfies(blocker -> {
                            assertThat(blocker.state()).isEqualTo("idle in transaction");
                            assertThat(blocker.query()).isEqualTo("SELECT * FROM orders");
                        });
                    });
        }
    }

    @Test
    void aDeferredConstraintThatFailsAtCommitIsAFailedRevision() {
        fixture.script("002_deferred.sql", """
                CREATE TABLE p (id int PRIMARY KEY);
                CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO c VALUES (1);
                """);

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> {
                    assertThat(failed.failure().sqlState()).isEqualTo("23503");
                    assertThat(failed.completedBefore()).containsExactly("001");
                });
        assertThat(fixture.applied()).containsExactly("001");
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded", "upgrade 002 failed");
    }

    @Test
    void aHolderOfTheMigrationLockIsNamedWhenPatienceEnds() {
        fixture.script("002_long.sql", "SELECT pg_sleep(20);");
        Process holder = MigratorProcess.start(fixture.database, fixture.folder);
        try {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> fixture.database
                                    .jdbc()
                                    .sql("SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(20)'"
                                            + " AND datname = current_database()")
                                    .query(Long.class)
                                    .single()
                            == 1);

            assertThatExceptionOfType(LockNotObtainedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(refused -> assertThat(refused.holder()).hasValueSatisfying(session -> {
                        assertThat(session.application()).isEqualTo("upgrade 002 (process)");
                        assertThat(session.query()).isEqualTo("SELECT pg_sleep(20)");
                    }));
        } finally {
            holder.destroyForcibly();
        }
    }

    @Test
    void copyDataGoesInWithItsScript() {
        fixture.script(
                "002_copy.sql", "COPY orders (id) FROM stdin;\n1\n2\n\\N\n\\.\nINSERT INTO orders VALUES (4);\n");

        fixture.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT count(*), sum(id) FROM orders")
                        .query()
                        .singleRow())
                .containsEntry("count", 4L)
                .containsEntry("sum", 7L);
    }

    @Test
    void copyDataKeepsCharactersBeyondTheBasicPlaneWhereverTheyStand() {
        fixture.script(
                "002_copy.sql",
                "CREATE TABLE words (word text);\nCOPY words FROM stdin;\n" + "\uD83D\uDC18a\n".repeat(40_000)
                        + "\\.\n");

        fixture.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT count(*) FROM words WHERE word = '\uD83D\uDC18a'")
                        .query(Long.class)
                        .single())
                .isEqualTo(40_000);
    }

    @Test
    void copyDataThatDoesNotFitIsAFailedRevision() {
        fixture.script("002_copy.sql", "COPY orders (id) FROM stdin;\none\n\\.\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> {
                    assertThat(failed.failure().sqlState()).isEqualTo("22P02");
                    assertThat(failed.failure().context()).contains("line 1");
                });
    }

    @Test
    void aUserWhoMayNotCreateTablesIsToldTheGrants(TestDatabase database) {
        String user = "app_" + database.name();
        database.execute("CREATE ROLE %s LOGIN PASSWORD 'secret'".formatted(user));
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        try {
            var dataSource = new PGSimpleDataSource();
            dataSource.setUrl(database.url());
            dataSource.setUser(user);
            dataSource.setPassword("secret");

            assertThatExceptionOfType(HistoryAccessException.class)
                    .isThrownBy(() -> fixture.migrator(dataSource).upgrade("head"))
                    .satisfies(refused -> {
                        assertThat(refused.user()).isEqualTo(user);
                        assertThat(refused.remedies())
                                .first()
                                .isEqualTo("GRANT USAGE, CREATE ON SCHEMA \"public\" TO \"%s\";".formatted(user));
                    });
        } finally {
            database.execute("DROP ROLE " + user);
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl("jdbc:postgresql://localhost:1/nowhere");

        assertThatExceptionOfType(DatabaseUnreachableException.class)
                .isThrownBy(() -> fixture.migrator(dataSource).upgrade("head"));
    }

    @Test
    void aLostConnectionIsReportedAndTheNextRunGoesOn() {
        fixture.script("002_suicide.sql", "CREATE TABLE t (id int); SELECT pg_terminate_backend(pg_backend_pid());");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.completedBefore()).containsExactly("001"));
        assertThat(fixture.applied()).containsExactly("001");

        fixture.script("002_suicide.sql", "CREATE TABLE t (id int);");
        fixture.migrator().upgrade("head");
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void aSessionThatHasLostTheLockRunsNothing() {
        fixture.script("002_unlock.sql", "SELECT pg_advisory_unlock_all();")
                .script("003_more.sql", "CREATE TABLE more (id int);");

        assertThatExceptionOfType(LockLostException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void aDatabaseThatIsReadOnlyByDefaultIsLeftAloneAndRead() {
        fixture.database.execute(
                "ALTER DATABASE %s SET default_transaction_read_only = on".formatted(fixture.database.name()));

        assertThatExceptionOfType(ReadOnlyDatabaseException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(refused -> assertThat(refused.source()).contains("database"))
                .withMessageContaining("default_transaction_read_only");
        assertThatExceptionOfType(NotCurrentException.class)
                .isThrownBy(() -> fixture.migrator().validate(List.of("head")));
        assertThat(fixture.database.tables()).isEmpty();
    }
}
