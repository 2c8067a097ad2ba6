/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.migrations.MigrationException;
import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.test.Catalog;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Revisions outside a transaction whose process dies, at points where that makes a difference: every third of them, or all
 * with {@code -Dmigrations.test.cuts=changes}.
 */
@DatabaseTest
class CrashRecoveryIntegrationTests {

    private static final int STEP =
            System.getProperty("migrations.test.cuts", "samples").equals("samples") ? 3 : 1;

    private static final String OUTSIDE = "-- Transactional: false\n-- Upgrade\n";

    private static final String BASE = """
            CREATE TABLE counter (n int);
            CREATE TABLE a (id int, n int, t text);
            INSERT INTO a SELECT i, i, i::text FROM generate_series(1, 10) AS i;
            CREATE INDEX a_old ON a (n);
            CREATE TYPE mood AS ENUM ('sad');
            CREATE TABLE moods (m mood);
            CREATE TABLE parted (k int) PARTITION BY LIST (k);
            CREATE TABLE part PARTITION OF parted FOR VALUES IN (1);
            """;

    private MigratorFixture fixture;
    private TestDatabase database;

    @BeforeEach
    void prepare(TestDatabase database, @TempDir Path folder) {
        this.database = database;
        fixture = new MigratorFixture(database, folder).script("001_base.sql", BASE);
    }

    /** What runs outside a transaction, and between its statements a counter of how often the others ran. */
    enum Steps {
        INDEXES("""
                INSERT INTO counter VALUES (1);
                CREATE INDEX CONCURRENTLY a_n ON a (n);
                INSERT INTO counter VALUES (2);
                CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS a_id ON a (id);
                DROP INDEX CONCURRENTLY a_old;
                REINDEX (CONCURRENTLY) TABLE a;
                INSERT INTO counter VALUES (3);
                """),
        OTHERS("""
                ALTER TYPE mood ADD VALUE 'glad' BEFORE 'sad';
                INSERT INTO moods VALUES ('glad');
                INSERT INTO counter VALUES (1);
                ALTER TABLE parted DETACH PARTITION part CONCURRENTLY;
                VACUUM (FULL) a;
                ALTER SYSTEM RESET log_transaction_sample_rate;
                INSERT INTO counter VALUES (2), (3);
                CLUSTER a USING a_old;
                """),
        GLOBALS("""
                SET allow_in_place_tablespaces = on;
                CREATE TABLESPACE %1$s_space LOCATION '';
                CREATE DATABASE %1$s_made TEMPLATE template0;
                INSERT INTO counter VALUES (1), (2), (3);
                DROP DATABASE %1$s_made;
                DROP TABLESPACE %1$s_space;
                """);

        private final String text;

        Steps(String text) {
            this.text = text;
        }

        String in(TestDatabase database) {
            return text.formatted(database.name());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anUpgradeGoesOnAfterAnyPoint(Steps steps) {
        fixture.script("002_two.sql", OUTSIDE + steps.in(database));
        atEveryPoint(() -> {}, source -> fixture.migrator(source).upgrade("head"), "upgrade");
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void aDowngradeGoesOnAfterAnyPoint() {
        fixture.script("002_two.sql", "SELECT 1;\n-- Downgrade\n" + Steps.INDEXES.in(database))
                .script("002_two.sql", OUTSIDE + "SELECT 1;\n-- Downgrade\n" + Steps.INDEXES.in(database));
        atEveryPoint(
                () -> fixture.migrator().upgrade("head"),
                source -> fixture.migrator(source).downgrade("001"),
                "downgrade");
        assertThat(fixture.applied()).containsExactly("001");
    }

    /** What a session that is cut off in the middle of a statement leaves. */
    enum Leftover {
        BUILD(
                "CREATE UNIQUE INDEX CONCURRENTLY a_id ON public.a (id)",
                "INSERT INTO a VALUES (99, 99, '')",
                "SELECT count(*) = 1 FROM pg_index WHERE NOT indisvalid"),
        DROP(
                "DROP INDEX CONCURRENTLY a_old",
                "SELECT * FROM a",
                "SELECT count(*) = 1 FROM pg_index WHERE NOT indisvalid"),
        REINDEX_NEW(
                "REINDEX TABLE CONCURRENTLY a",
                "INSERT INTO a VALUES (99, 99, '')",
                "SELECT count(*) > 0 FROM pg_class WHERE relname LIKE '%\\_ccnew'"),
        REINDEX_OLD(
                "REINDEX INDEX CONCURRENTLY a_old",
                "LOCK TABLE a IN ACCESS SHARE MODE",
                "SELECT count(*) = 1 FROM pg_class WHERE relname LIKE '%\\_ccold'"),
        REINDEX_SCHEMA(
                "REINDEX (VERBOSE, CONCURRENTLY) SCHEMA public",
                "LOCK TABLE a IN ACCESS SHARE MODE",
                "SELECT count(*) = 1 FROM pg_class WHERE relname = 'a_old_ccold'"),
        DETACH(
                "ALTER TABLE parted DETACH PARTITION part CONCURRENTLY",
                "SELECT * FROM parted",
                "SELECT count(*) = 1 FROM pg_inherits WHERE inhdetachpending");

        private final String statement;
        private final String blocker;
        private final String left;

        Leftover(String statement, String blocker, String left) {
            this.statement = statement;
            this.blocker = blocker;
            this.left = left;
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatABrokenOffStatementLeftIsClearedAwayAndAnotherCrashMeanwhileDoesNotMatter(Leftover leftover) {
        fixture.script("002_two.sql", OUTSIDE + """
                INSERT INTO counter VALUES (1);
                %s;
                INSERT INTO counter VALUES (2), (3);""".formatted(leftover.statement));
        atEveryPoint(
                () -> cutOffWithin(leftover), source -> fixture.migrator(source).upgrade("head"), "upgrade");
    }

    @Test
    void aKilledProcessIsGoneOnAfter() {
        fixture.script(
                "002_two.sql", OUTSIDE + "REINDEX TABLE CONCURRENTLY a;\nINSERT INTO counter VALUES (1), (2), (3);");
        reset();
        fixture.migrator().upgrade("head");
        Catalog undisturbed = Catalog.of(database.jdbc());
        reset();
        fixture.migrator().upgrade("001");
        try (var blocker = new OpenTransaction(database, "INSERT INTO a VALUES (99, 99, '')")) {
            Process killed = MigratorProcess.start(database, fixture.folder);
            await().atMost(Duration.ofSeconds(20)).until(() -> truth(Leftover.REINDEX_NEW.left));
            killed.destroyForcibly();
            await().atMost(Duration.ofSeconds(20)).until(() -> !isLocked());
        }

        fixture.migrator().upgrade("head");

        assertSame(undisturbed, "upgrade");
    }

    @Test
    void aUniqueViolationIsReportedAndItsIndexBuiltOnceTheDuplicatesAreGone() {
        fixture.script("002_two.sql", "INSERT INTO a SELECT * FROM a;")
                .script("003_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY a_id ON a (id);");
        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo("23505"));
            assertThat(truth("SELECT NOT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass"))
                    .isTrue();
        }
        database.execute("DELETE FROM a WHERE ctid IN (SELECT max(ctid) FROM a GROUP BY id)");

        fixture.migrator().upgrade("head");

        assertThat(truth("SELECT indisvalid FROM pg_index WHERE indexrelid = 'a_id'::regclass"))
                .isTrue();
    }

    @FunctionalInterface
    private interface Going {
        void on(CuttingDataSource source);
    }

    private void atEveryPoint(Runnable before, Going going, String action) {
        reset();
        fixture.migrator().upgrade("001");
        if (action.equals("downgrade")) {
            before.run();
        }
        var whole = new CuttingDataSource(database.dataSource(), 0);
        going.on(whole);
        Catalog undisturbed = Catalog.of(database.jdbc());
        for (int point = 1; ; point += STEP) {
            reset();
            fixture.migrator().upgrade("001");
            before.run();
            var cut = new CuttingDataSource(database.dataSource(), point);
            if (!isCut(() -> going.on(cut))) {
                assertThat(point).isGreaterThan(5);
                assertSame(undisturbed, action);
                return;
            }

            try {
                going.on(new CuttingDataSource(database.dataSource(), 0));
                assertSame(undisturbed, action);
            } catch (RuntimeException | AssertionError fault) {
                throw new AssertionError(
                        "Cut at %d, before: %s".formatted(point, cut.sent().get(point - 1)), fault);
            }
        }
    }

    private static boolean isCut(Runnable run) {
        try {
            run.run();
            return false;
        } catch (MigrationException | org.springframework.dao.DataAccessException expected) {
            return true;
        }
    }

    private void assertSame(Catalog undisturbed, String action) {
        assertThat(Catalog.of(database.jdbc()).lines()).containsExactlyElementsOf(undisturbed.lines());
        assertThat(database.jdbc()
                        .sql("SELECT n FROM counter ORDER BY n")
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2, 3);
        List<JournalEntry> rows = fixture.journal().stream()
                .filter(row -> row.revision().equals("002") && row.action().equals(action))
                .toList();
        assertThat(rows).filteredOn(row -> row.outcome() == Outcome.SUCCEEDED).hasSize(1);
        assertThat(rows).extracting(JournalEntry::statements).isSorted();
        assertThat(rows.get(rows.size() - 1).outcome()).isEqualTo(Outcome.SUCCEEDED);
        long attempts = rows.stream().map(JournalEntry::attempt).distinct().count();
        assertThat(rows).filteredOn(row -> row.outcome() == Outcome.INTERRUPTED).hasSize((int) attempts - 1);
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
    }

    private void cutOffWithin(Leftover leftover) {
        try (var blocker = new OpenTransaction(database, leftover.blocker)) {
            var run = CompletableFuture.runAsync(() -> fixture.migrator().upgrade("head"));
            await().atMost(Duration.ofSeconds(20))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> truth(leftover.left));
            database.jdbc()
                    .sql(
                            "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND database ="
                                    + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                    .query(row -> {});
            assertThat(isCut(() -> {
                        try {
                            run.join();
                        } catch (java.util.concurrent.CompletionException exception) {
                            throw (MigrationException) exception.getCause();
                        }
                    }))
                    .isTrue();
        }
        assertThat(truth(leftover.left)).isTrue();
    }

    private void reset() {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !isLocked());
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO public");
    }

    private boolean isLocked() {
        return truth("SELECT count(*) > 0 FROM pg_locks WHERE locktype = 'advisory' AND database = (SELECT oid FROM"
                + " pg_database WHERE datname = current_database())");
    }

    private boolean truth(String query) {
        return database.jdbc().sql(query).query(Boolean.class).single();
    }
}
