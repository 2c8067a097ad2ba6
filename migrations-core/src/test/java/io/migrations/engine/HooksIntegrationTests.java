/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.script.HookPoint;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When SQL hooks run, and as whom. What they do when they fail is in {@link FailingHooksIntegrationTests}. */
@DatabaseTest
class HooksIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        database.execute("CREATE TABLE seen (id serial, what text)");
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", both("001"))
                .script("002_more.sql", both("002"));
        for (HookPoint point : HookPoint.values()) {
            fixture.script(point.fileName(), note(point.fileName().replace(".sql", "")));
        }
    }

    private static String both(String id) {
        return "-- Upgrade\n%s\n-- Downgrade\n%s\n".formatted(note("up " + id), note("down " + id));
    }

    private static String note(String what) {
        return "INSERT INTO seen (what) VALUES ('%s');".formatted(what);
    }

    private List<String> seen() {
        return fixture.database
                .jdbc()
                .sql("SELECT what FROM seen ORDER BY id")
                .query(String.class)
                .list();
    }

    @ParameterizedTest
    @CsvSource({"SESSION, REVISION", "SESSION, RUN", "TRANSACTION, REVISION", "TRANSACTION, RUN"})
    void eachRunsInItsPlace(LockMode mode, TransactionPer unit) {
        fixture.lockMode(mode).transactionPer(unit);

        fixture.migrator().upgrade("head");
        fixture.migrator().downgrade("base");

        assertThat(seen())
                .containsExactly(
                        "before_upgrade",
                        "before_each_upgrade",
                        "up 001",
                        "after_each_upgrade",
                        "before_each_upgrade",
                        "up 002",
                        "after_each_upgrade",
                        "after_upgrade",
                        "before_downgrade",
                        "before_each_downgrade",
                        "down 002",
                        "after_each_downgrade",
                        "before_each_downgrade",
                        "down 001",
                        "after_each_downgrade",
                        "after_downgrade");
        assertThat(fixture.journalWords())
                .containsExactly(
                        "upgrade 001 succeeded",
                        "upgrade 002 succeeded",
                        "downgrade 002 succeeded",
                        "downgrade 001 succeeded");
        assertThat(fixture.migrator().verifyJournal()).matches(JournalVerification::isSound);
    }

    @Test
    void withNothingToDoNoneRuns() {
        fixture.migrator().upgrade("head");
        List<String> before = seen();

        fixture.migrator().upgrade("head");
        fixture.migrator().stamp(List.of("001"), false);

        assertThat(seen()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void ofSeveralProcessesOnlyThoseThatMigrateRunThem(LockMode mode) throws Exception {
        fixture.lockMode(mode);
        var executor = Executors.newFixedThreadPool(4);
        try {
            for (Future<RunResult> result : executor.invokeAll(IntStream.range(0, 4)
                    .<java.util.concurrent.Callable<RunResult>>mapToObj(
                            i -> () -> fixture.migrator().upgrade("head"))
                    .toList())) {
                result.get();
            }
        } finally {
            executor.shutdown();
        }

        List<String> seen = seen();
        assertThat(seen).containsOnlyOnce("up 001", "up 002");
        // With a lock per transaction, two may share the work between them; each of these has hooks of its own.
        assertThat(seen.indexOf("before_upgrade")).isZero();
        if (mode == LockMode.SESSION) {
            assertThat(seen).containsOnlyOnce("before_upgrade", "after_upgrade");
        }
    }

    @Test
    void hooksOfSeveralLocationsRunInTheOrderOfTheLocations(@TempDir Path other) {
        fixture.script("hooks/before_upgrade.sql", note("in hooks"));
        new MigratorFixture(fixture.database, other).script("before_upgrade.sql", note("elsewhere"));

        fixture.migrator(List.of("file:" + other, "file:" + fixture.folder)).upgrade("001");

        assertThat(seen()).startsWith("elsewhere", "before_upgrade", "in hooks", "before_each_upgrade");
    }

    @Test
    void aRoleOrSettingOfAHookEndsWithIt() {
        fixture.database.execute("DO $$ BEGIN CREATE ROLE hook_role; EXCEPTION WHEN duplicate_object THEN END $$");
        fixture.database.execute("GRANT INSERT ON seen TO hook_role; GRANT USAGE ON SEQUENCE seen_id_seq TO hook_role");
        fixture.database.execute("CREATE TABLE state (role text, path text)");
        fixture.database.execute("GRANT INSERT ON state TO hook_role");
        String state = "INSERT INTO state VALUES (current_user, current_setting('search_path'));";
        fixture.script("before_upgrade.sql", "SET ROLE hook_role; SET search_path = nowhere, public;" + state)
                .script("before_each_upgrade.sql", "SET ROLE hook_role;")
                .script("001_orders.sql", state)
                .script("002_more.sql", "RESET ROLE; " + state)
                .script("after_each_upgrade.sql", "SET search_path = nowhere, public;")
                .script("after_upgrade.sql", state);

        fixture.migrator().upgrade("head");

        String self = fixture.database
                .jdbc()
                .sql("SELECT current_user::text")
                .query(String.class)
                .single();
        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT role || ' ' || path FROM state")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "hook_role nowhere, public",
                        "hook_role \"$user\", public",
                        self + " \"$user\", public",
                        self + " \"$user\", public");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void repeatableScriptsAreWithinTheHooksOfTheRun(LockMode mode) {
        fixture.lockMode(mode).migrator().upgrade("head");
        fixture.database.execute("TRUNCATE seen");
        fixture.script("repeatable/notes.sql", note("repeatable"));

        fixture.migrator().upgrade("head");

        assertThat(seen()).containsExactly("before_upgrade", "repeatable", "after_upgrade");
    }

    @Test
    void placeholdersAreReplaced() {
        fixture.placeholders(Map.of("place", "seen")).script("before_upgrade.sql", "DELETE FROM ${place};");

        fixture.migrator().upgrade("001");

        assertThat(seen()).startsWith("before_each_upgrade");
    }

    @Test
    void whatRefusesTransactionsRunsByItselfAroundARun() {
        fixture.script("after_upgrade.sql", note("still") + "VACUUM seen;" + note("after"));

        fixture.migrator().upgrade("head");

        assertThat(seen()).endsWith("after_each_upgrade", "still", "after");
    }

    @Test
    void whatRefusesTransactionsIsRefusedWhereOneIsNeeded() {
        fixture.script("after_upgrade.sql", "VACUUM seen;");

        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(
                        () -> fixture.lockMode(LockMode.TRANSACTION).migrator().upgrade("head"))
                .withMessageStartingWith("Hooks ['%s/after_upgrade.sql'] cannot run in a transaction", fixture.folder)
                .withMessageContaining("lock mode 'transaction'");
        assertThatExceptionOfType(TransactionRequiredException.class)
                .isThrownBy(() -> fixture.lockMode(LockMode.SESSION)
                        .transactionPer(TransactionPer.RUN)
                        .migrator()
                        .upgrade("head"))
                .withMessageContaining("one transaction per run");
        assertThat(seen()).isEmpty();
    }

    @Test
    void aRevisionOutsideATransactionHasItsHooksInTransactionsOfTheirOwn() {
        fixture.script("002_more.sql", "-- Transactional: false\n" + note("up 002") + "VACUUM seen;");

        fixture.migrator().upgrade("head");

        assertThat(seen()).endsWith("before_each_upgrade", "up 002", "after_each_upgrade", "after_upgrade");
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void aRunThatDiedAfterItsLastRevisionDoesNotRunItsLastHookAgain() throws Exception {
        fixture.script("after_upgrade.sql", note("after") + "SELECT pg_sleep(600);");
        Process killed = MigratorProcess.start(fixture.database, fixture.folder);
        org.awaitility.Awaitility.await()
                .until(() -> fixture.database
                        .jdbc()
                        .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(600)')")
                        .query(Boolean.class)
                        .single());
        killed.destroyForcibly().waitFor();

        fixture.script("after_upgrade.sql", note("after"));
        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.steps()).isEmpty();
        assertThat(seen()).contains("up 002").doesNotContain("after");
    }
}
