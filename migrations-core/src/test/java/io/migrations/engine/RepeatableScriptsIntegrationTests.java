/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.history.RecordedRepeatable;
import io.migrations.history.RepeatableSet;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When repeatable scripts run, and when they do not. */
@DatabaseTest
class RepeatableScriptsIntegrationTests {

    private static final String TOTALS = "repeatable/totals.sql";

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int, amount int); INSERT INTO orders VALUES (1, 2);")
                .script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT sum(amount) AS total FROM orders;");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void runAfterTheRevisionsAndAgainWhenTheyChange(LockMode mode) {
        fixture.lockMode(mode);

        RunResult first = fixture.migrator().upgrade("head");

        assertThat(first.plan().repeatables()).containsExactly("totals");
        assertThat(names(first)).containsExactly("totals");
        assertThat(number("SELECT total FROM totals")).isEqualTo(2);

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT sum(amount) * 10 AS total FROM orders;");
        assertThat(names(fixture.migrator().upgrade("head"))).containsExactly("totals");
        assertThat(number("SELECT total FROM totals")).isEqualTo(20);
        assertThat(fixture.journalWords())
                .containsExactly("upgrade 001 succeeded", "repeat totals succeeded", "repeat totals succeeded");
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
    }

    @Test
    void layoutAndCommentsAreNoChange() {
        fixture.migrator().upgrade("head");
        fixture.script(
                TOTALS,
                "-- what has been ordered\ncreate or replace VIEW totals AS\n  SELECT sum(amount) AS total FROM orders;");

        assertThat(names(fixture.migrator().upgrade("head"))).isEmpty();
    }

    @Test
    void withNothingChangedOneQueryIsSentAndNothingIsWritten() {
        fixture.migrator().upgrade("head");

        try (var watched = new CountingDataSource(fixture.database.dataSource())) {
            fixture.migrator(watched).upgrade("head");

            assertThat(watched.statements()).hasSize(1);
            assertThat(watched.transactions()).isZero();
        }
    }

    @Test
    void aDatabaseFromBeforeThereWereAnyGetsTheTableWhenItIsNeeded() {
        Path script = fixture.folder.resolve(TOTALS);
        fixture.without(TOTALS).migrator().upgrade("head");
        assertThat(fixture.database.tables()).doesNotContain("migrations_repeatable");

        fixture.script(TOTALS, "CREATE VIEW totals AS SELECT 1 AS total;");
        assertThat(script).exists();
        assertThat(fixture.migrator().planUpgrade("head").repeatables()).containsExactly("totals");
        assertThat(fixture.database.tables()).doesNotContain("migrations_repeatable");
        fixture.migrator().upgrade("head");

        assertThat(fixture.database.tables()).contains("migrations_repeatable");
    }

    @Test
    void runInTheOrderOfTheirDependenciesAndAgainAfterWhatTheyDependOn() {
        fixture.script(
                        "repeatable/a_report.sql",
                        "-- Depends on: totals\nCREATE OR REPLACE VIEW report AS TABLE totals;")
                .script("repeatable/b_other.sql", "CREATE OR REPLACE VIEW other AS SELECT 1 AS one;");
        assertThat(names(fixture.migrator().upgrade("head"))).containsExactly("b_other", "totals", "a_report");

        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT sum(amount) + 1 AS total FROM orders;");

        assertThat(names(fixture.migrator().upgrade("head"))).containsExactly("totals", "a_report");
    }

    @Test
    void aDependentRunsAgainEvenIfTheRunEndsBeforeItsTurn() {
        fixture.script(
                "repeatable/a_report.sql", "-- Depends on: totals\nCREATE OR REPLACE VIEW report AS TABLE totals;");
        fixture.migrator().upgrade("head");
        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT sum(amount) + 1 AS total FROM orders;");
        String fatal = "CREATE OR REPLACE VIEW report AS TABLE totals";

        assertThatExceptionOfType(OutOfMemoryError.class)
                .isThrownBy(() -> fixture.migrator(new FailingDataSource(fixture.database.dataSource(), fatal))
                        .upgrade("head"));

        assertThat(checksumOf("totals")).isNotNull();
        assertThat(checksumOf("a_report")).isNull();
        assertThat(names(fixture.migrator().upgrade("head"))).containsExactly("a_report");
    }

    @Test
    void aFailureRollsTheScriptBackAndKeepsWhatWasBefore() {
        fixture.script("repeatable/z_bad.sql", "CREATE VIEW kept AS SELECT 1; SELECT nothing FROM orders;");

        assertThatExceptionOfType(RepeatableFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> {
                    assertThat(failed.script()).isEqualTo("z_bad");
                    assertThat(failed.failure().sqlState()).isEqualTo("42703");
                    assertThat(failed.completedBefore()).containsExactly("001", "totals");
                })
                .withMessageContaining("Repeatable script 'z_bad' failed in '")
                .withMessageContaining("z_bad.sql' at line 1, column 38");

        assertThat(number("SELECT count(*) FROM pg_class WHERE relname = 'kept'"))
                .isZero();
        assertThat(fixture.journalWords())
                .containsExactly("upgrade 001 succeeded", "repeat totals succeeded", "repeat z_bad failed");
        fixture.script("repeatable/z_bad.sql", "CREATE VIEW kept AS SELECT 1;");
        assertThat(names(fixture.migrator().upgrade("head"))).containsExactly("z_bad");
    }

    @Test
    void aPartialUpgradeLeavesThemForTheOneThatCompletesIt() {
        fixture.script("002_more.sql", "ALTER TABLE orders ADD fee int;");

        assertThat(names(fixture.migrator().upgrade("001"))).isEmpty();
        assertThat(fixture.migrator().planUpgrade("head").repeatables()).containsExactly("totals");
        assertThat(names(fixture.migrator().upgrade("head"))).containsExactly("totals");
    }

    @Test
    void anOlderBuildLeavesTheScriptsOfANewerOneAlone(@TempDir Path newer) {
        fixture.migrator().upgrade("head");
        new MigratorFixture(fixture.database, newer)
                .script("001_orders.sql", "CREATE TABLE orders (id int, amount int); INSERT INTO orders VALUES (1, 2);")
                .script("002_more.sql", "ALTER TABLE orders ADD fee int;")
                .script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT sum(amount) * 3 AS total FROM orders;")
                .migrator()
                .upgrade("head");

        assertThat(names(fixture.migrator().upgrade("head"))).isEmpty();
        assertThat(number("SELECT total FROM totals")).isEqualTo(6);
    }

    @Test
    void validateCountsAChangedScriptAsPending() {
        fixture.migrator().upgrade("head");
        fixture.migrator().validate(List.of("head"));
        fixture.script(TOTALS, "CREATE OR REPLACE VIEW totals AS SELECT sum(amount) * 3 AS total FROM orders;");

        assertThatExceptionOfType(NotCurrentException.class)
                .isThrownBy(() -> fixture.migrator().validate(List.of("head")))
                .withMessage(
                        "Repeatable scripts have changed: ['totals']. Apply them with another process, or let this one"
                                + " do it.")
                .satisfies(exception -> assertThat(exception.repeatables()).containsExactly("totals"));
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void processesAtOnceRunEachScriptOnce(LockMode mode) throws Exception {
        fixture.lockMode(mode).script("repeatable/slow.sql", "SELECT pg_sleep(0.2);");

        List<RunResult> results = together(() -> fixture.migrator().upgrade("head"));

        assertThat(results.stream().flatMap(result -> names(result).stream()))
                .containsExactlyInAnyOrder("slow", "totals");
        assertThat(fixture.journalWords()).hasSize(3);
    }

    @Test
    void aScriptAndARevisionMayHaveOneName() {
        fixture.script("repeatable/001.sql", "CREATE OR REPLACE VIEW one AS SELECT 1 AS one;");
        fixture.migrator().upgrade("head");

        assertThat(fixture.migrator().verifyJournal().contradictions()).isEmpty();
        fixture.migrator().downgrade(fixture.migrator().reviewDowngrade("001"));
        assertThat(fixture.migrator().status().find("001").orElseThrow().state())
                .isEqualTo(RevisionState.APPLIED);
    }

    @Test
    void aChangedSessionIsSetBackBeforeTheNext() {
        fixture.script("repeatable/a_path.sql", "SET search_path = pg_catalog; SET ROLE NONE;");

        assertThat(names(fixture.migrator().upgrade("head"))).containsExactly("a_path", "totals");
    }

    private @Nullable String checksumOf(String name) {
        return new RepeatableSet(fixture.settings().tables())
                .read(fixture.database.jdbc()).stream()
                        .filter(script -> script.name().equals(name))
                        .findFirst()
                        .map(RecordedRepeatable::checksum)
                        .orElse(null);
    }

    private static List<String> names(RunResult result) {
        return result.repeatables().stream().map(CompletedRepeatable::name).toList();
    }

    private long number(String query) {
        return fixture.database.jdbc().sql(query).query(Long.class).single();
    }

    private static <T> List<T> together(Callable<T> work) throws Exception {
        var executor = Executors.newFixedThreadPool(4);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(List.of(work, work, work, work))) {
                results.add(future.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
