/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.history.HistoryTables;
import io.migrations.history.Outcome;
import io.migrations.revision.DatabaseState;
import io.migrations.revision.MultipleHeadsException;
import io.migrations.sql.Position;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class MigratorIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script(
                        "001_create_orders.sql",
                        "-- Upgrade\nCREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;\n")
                .script("002_add_notes.sql", "ALTER TABLE orders ADD COLUMN notes text;\n")
                .script("002_add_notes_rollback.sql", "ALTER TABLE orders DROP COLUMN notes;\n");
    }

    @Test
    void upgradeAppliesEveryRevisionOnceAndRecordsIt() {
        RunResult result = fixture.migrator().upgrade("head");

        assertThat(result.steps())
                .extracting(step -> step.step().toString())
                .containsExactly("upgrade 001", "upgrade 002");
        assertThat(result.state()).isEqualTo(DatabaseState.CURRENT);
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded", "upgrade 002 succeeded");
        assertThat(fixture.migrator().upgrade("head").steps()).isEmpty();
    }

    @Test
    void upgradeToAnIdStopsThere() {
        fixture.migrator().upgrade("001");

        assertThat(fixture.applied()).containsExactly("001");
        assertThat(fixture.migrator().status().state()).isEqualTo(DatabaseState.BEHIND);
    }

    @Test
    void downgradeUndoesAndForgets() {
        fixture.migrator().upgrade("head");

        fixture.migrator().downgrade("001");
        assertThat(fixture.applied()).containsExactly("001");

        fixture.migrator().downgrade("base");
        assertThat(fixture.applied()).isEmpty();
        assertThat(fixture.database.tables()).containsExactly("migrations_journal", "migrations_revision");
        assertThat(fixture.journalWords())
                .containsExactly(
                        "upgrade 001 succeeded",
                        "upgrade 002 succeeded",
                        "downgrade 002 succeeded",
                        "downgrade 001 succeeded");
    }

    @Test
    void aFailedRevisionLeavesNothingButItsJournalRow() {
        fixture.script("003_broken.sql", "CREATE TABLE kept (id int);\nINSERT INTO orders\n  VALUES (nonsense);\n");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> {
                    assertThat(failed.failure().position()).isEqualTo(new Position(3, 11));
                    assertThat(failed.failure().excerpt())
                            .isEqualTo("  VALUES (nonsense)" + System.lineSeparator() + "          ^");
                    assertThat(failed.failure().sqlState()).isEqualTo("42703");
                    assertThat(failed.completedBefore()).containsExactly("001", "002");
                });

        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.database.tables()).doesNotContain("kept");
        assertThat(fixture.journal()).last().satisfies(entry -> {
            assertThat(entry.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(entry.failure()).isNotNull();
            assertThat(entry.failure().sqlState()).isEqualTo("42703");
        });
    }

    @Test
    void anEditedScriptIsRefusedWithTheDifference() {
        fixture.migrator().upgrade("head");
        fixture.script("002_add_notes.sql", "ALTER TABLE orders ADD COLUMN notes varchar(10);\n");

        assertThatExceptionOfType(ModifiedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(modified -> assertThat(modified.modifications())
                        .singleElement()
                        .satisfies(modification -> assertThat(
                                        modification.difference().lines())
                                .containsExactly(
                                        "- ALTER TABLE orders ADD COLUMN notes text;",
                                        "+ ALTER TABLE orders ADD COLUMN notes varchar(10);")));
    }

    @Test
    void layoutAndCommentsOfAnAppliedScriptMayChange() {
        fixture.migrator().upgrade("head");
        fixture.script("002_add_notes.sql", "-- why\r\nalter table orders\r\n  add column notes TEXT;\r\n");

        assertThat(fixture.migrator().upgrade("head").steps()).isEmpty();
    }

    @Test
    void twoHeadsAreNamedAndHeadsAppliesBoth() {
        fixture.script("003_left.sql", "-- Revises: 002\nCREATE TABLE l (id int);")
                .script("004_right.sql", "-- Revises: 002\nCREATE TABLE r (id int);");

        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(heads -> assertThat(heads.heads()).extracting("id").containsExactly("003", "004"));

        fixture.migrator().upgrade("heads");
        assertThat(fixture.applied()).containsExactly("001", "002", "003", "004");
    }

    @Test
    void anOlderBuildIsAheadAndLeavesTheDatabaseAlone() {
        fixture.migrator().upgrade("head");
        fixture.without("002_add_notes.sql").without("002_add_notes_rollback.sql");

        assertThat(fixture.migrator().upgrade("head").state()).isEqualTo(DatabaseState.AHEAD);
        assertThat(fixture.migrator().status().find("002"))
                .hasValueSatisfying(status -> assertThat(status.state()).isEqualTo(RevisionState.UNKNOWN));
        assertThatExceptionOfType(IrreversibleRevisionException.class)
                .isThrownBy(() -> fixture.migrator().downgrade("001"));
    }

    @Test
    void aFileThatSlipsInBetweenAppliedOnesIsAProblemToLookAt() {
        fixture.migrator().upgrade("head");
        fixture.script("001_x_late.sql", "-- Revision ID: late\nCREATE TABLE late (id int);");

        fixture.migrator().upgrade("head");

        assertThat(fixture.migrator().status().problems())
                .containsExactly("Revision '002' was applied after '001'; its script says otherwise now.");
    }

    @Test
    void aDivergedDatabaseIsRefused() {
        fixture.migrator().upgrade("head");
        fixture.without("002_add_notes.sql")
                .without("002_add_notes_rollback.sql")
                .script("003_other.sql", "CREATE TABLE other (id int);");

        for (Consumer<Migrator> start : List.<Consumer<Migrator>>of(
                migrator -> migrator.upgrade("head"),
                migrator -> migrator.validate(List.of("head")),
                migrator -> migrator.awaitCurrent(List.of("head"), Duration.ofMinutes(1)))) {
            assertThatExceptionOfType(DivergedException.class)
                    .isThrownBy(() -> start.accept(fixture.migrator()))
                    .satisfies(diverged -> {
                        assertThat(diverged.unknown()).containsExactly("002");
                        assertThat(diverged.pending()).containsExactly("003");
                    });
        }
    }

    @Test
    void aConcurrentIndexIsBuiltOutsideATransaction() {
        fixture.script("003_index.sql", "CREATE INDEX CONCURRENTLY orders_id ON orders (id);");

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002", "003");
        assertThat(fixture.journalWords())
                .containsSubsequence("upgrade 003 running", "upgrade 003 running", "upgrade 003 succeeded");
    }

    @Test
    void anInvalidIndexOfAFailedAttemptIsBuiltAnew() {
        fixture.script("003_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY orders_id ON orders (id);");
        fixture.migrator().upgrade("002");
        fixture.database.execute("INSERT INTO orders (id) VALUES (1), (1)");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo("23505"));
        fixture.database.execute("DELETE FROM orders");

        fixture.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT indisvalid FROM pg_index WHERE indexrelid = 'orders_id'::regclass")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void theLockModeTransactionRunsTheSame() {
        fixture.settings(MigratorSettings.defaults()
                .but()
                .tables(HistoryTables.defaults().in("own schema"))
                .lockMode(LockMode.TRANSACTION)
                .lockWait(Duration.ofSeconds(5))
                .statementLockTimeout(Duration.ofSeconds(2))
                .maxAttempts(3)
                .build());

        assertThat(fixture.migrator().upgrade("head").steps()).hasSize(2);
        assertThat(fixture.migrator().downgrade("base").steps()).hasSize(2);
        assertThat(fixture.applied()).isEmpty();
    }

    @Test
    void oneTransactionPerRunKeepsAllOrNothing() {
        MigratorSettings base = fixture.settings();
        fixture.settings(base.but().transactionPer(TransactionPer.RUN).build()).script("003_broken.sql", "SELECT 1/0;");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.completedBefore()).isEmpty());
        assertThat(fixture.applied()).isEmpty();
        assertThat(fixture.journalWords()).containsExactly("upgrade 003 failed");
    }

    @Test
    void validateFailsWhileSomethingIsPendingAndWritesNothing() {
        assertThatExceptionOfType(NotCurrentException.class)
                .isThrownBy(() -> fixture.migrator().validate(List.of("head")))
                .satisfies(pending -> assertThat(pending.pending()).containsExactly("001", "002"));
        assertThat(fixture.database.tables()).isEmpty();

        fixture.migrator().upgrade("head");
        assertThat(fixture.migrator().validate(List.of("head")).state()).isEqualTo(DatabaseState.CURRENT);
    }
}
