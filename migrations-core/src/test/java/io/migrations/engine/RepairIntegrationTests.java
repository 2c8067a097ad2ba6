/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** Putting the history right after edits and after attempts that never ended. */
@DatabaseTest
class RepairIntegrationTests {

    private static final String HALF =
            "-- Transactional: false\nINSERT INTO orders VALUES (1); INSERT INTO missing VALUES (1);";

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void anEditedScriptIsAcceptedAfterItsDifferenceWasShown(LockMode mode) {
        fixture.lockMode(mode).migrator().upgrade("head");
        String appliedAt = appliedAt();
        fixture.script("001_orders.sql", "CREATE TABLE orders (id bigint);\n-- Downgrade\nDROP TABLE orders CASCADE;");
        assertThatExceptionOfType(ModifiedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));

        Repair shown = fixture.migrator().planRepair(List.of());
        assertThat(shown.edited()).singleElement().satisfies(edited -> {
            assertThat(edited.upgradeDifference())
                    .contains("- CREATE TABLE orders (id int);", "+ CREATE TABLE orders (id bigint);");
            assertThat(edited.downgradeDifference()).contains("+ DROP TABLE orders CASCADE;");
        });
        fixture.migrator().repair(shown, null);

        assertThat(fixture.migrator().upgrade("head").steps()).isEmpty();
        assertThat(fixture.migrator().status().problems()).isEmpty();
        assertThat(fixture.migrator().planRepair(List.of()).isEmpty()).isTrue();
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded", "repair 001 succeeded");
        assertThat(appliedAt()).isEqualTo(appliedAt);
    }

    @Test
    void aMovedRevisionIsRecordedInItsNewPlace() {
        fixture.script("003_more.sql", "CREATE TABLE more ();").migrator().upgrade("head");
        fixture.script("002_late.sql", "CREATE TABLE late ();");
        assertThat(fixture.migrator().status().problems()).isNotEmpty();

        Repair shown = fixture.migrator().planRepair(List.of("003"));
        assertThat(shown.edited())
                .singleElement()
                .satisfies(edited -> assertThat(edited.place()).containsExactly("parents: recorded '001', now '002'"));
        fixture.migrator().repair(shown, null);

        assertThat(fixture.migrator().status().problems()).isEmpty();
        fixture.migrator().upgrade("head");
        assertThat(fixture.applied()).containsExactlyInAnyOrder("001", "002", "003");
    }

    @Test
    void onlyWhatWasShownIsAccepted() {
        fixture.migrator().upgrade("head");
        fixture.script("001_orders.sql", "CREATE TABLE orders (id bigint);");
        Repair shown = fixture.migrator().planRepair(List.of());
        fixture.script("001_orders.sql", "CREATE TABLE orders (id uuid);");

        assertThatExceptionOfType(PlanChangedException.class)
                .isThrownBy(() -> fixture.migrator().repair(shown, null));
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aSessionThatEndsBeforeTheCommitChangesNothing(LockMode mode) {
        fixture.lockMode(mode).migrator().upgrade("head");
        fixture.script("001_orders.sql", "CREATE TABLE orders (id bigint);");
        Repair shown = fixture.migrator().planRepair(List.of());

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        fixture.migrator(new CutOffDataSource(fixture.database)).repair(shown, null));

        assertThat(fixture.applied()).containsExactly("001");
        assertThat(fixture.migrator().planRepair(List.of())).isEqualTo(shown);
    }

    @Test
    void aHalfDoneUpgradeCountsAsAppliedByDecision() {
        fail();
        Repair shown = fixture.migrator().planRepair(List.of());
        assertThat(shown.halfDone())
                .singleElement()
                .satisfies(attempt -> assertThat(attempt.statements()).isEqualTo(1));
        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().repair(shown, null));

        fixture.migrator().repair(shown, RepairAs.APPLIED);

        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.migrator().status().problems()).isEmpty();
        assertThat(fixture.migrator().upgrade("head").steps()).isEmpty();
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
    }

    @Test
    void aHalfDoneUpgradeCountsAsPendingAndRunsFromItsBeginning() {
        fail();
        fixture.database.execute("DELETE FROM orders");
        fixture.migrator().repair(fixture.migrator().planRepair(List.of("002")), RepairAs.PENDING);

        assertThat(fixture.migrator().status().problems()).isEmpty();
        assertThat(fixture.migrator().planRepair(List.of()).isEmpty()).isTrue();
        fixture.script("002_half.sql", HALF.replace("missing", "orders"));
        fixture.migrator().upgrade("head");
        assertThat(count("SELECT count(*) FROM orders")).isEqualTo(2);
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
    }

    @Test
    void aHalfDoneRevisionOfAnotherBuildMayOnlyBePending() {
        fail();
        fixture.without("002_half.sql");
        Repair shown = fixture.migrator().planRepair(List.of());

        assertThatExceptionOfType(UnknownHalfDoneException.class)
                .isThrownBy(() -> fixture.migrator().repair(shown, RepairAs.APPLIED));
        fixture.migrator().repair(shown, RepairAs.PENDING);
        assertThat(fixture.migrator().status().problems()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RepairAs.class)
    void aHalfDoneDowngradeIsDecidedLikewise(RepairAs as) {
        fixture.script(
                        "002_two.sql",
                        "-- Transactional: false\n-- Upgrade\nSELECT 1;\n-- Downgrade\nSELECT 2; SELECT 1/0;")
                .migrator()
                .upgrade("head");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().downgrade("001"));
        fixture.script(
                "002_two.sql", "-- Transactional: false\n-- Upgrade\nSELECT 4;\n-- Downgrade\nSELECT 2; SELECT 1/0;");

        Repair shown = fixture.migrator().planRepair(List.of());
        assertThat(shown.edited()).hasSize(1);
        fixture.migrator().repair(shown, as);

        assertThat(fixture.applied()).hasSize(as == RepairAs.APPLIED ? 2 : 1);
        assertThat(count(
                        "SELECT count(*) FROM migrations_journal WHERE message LIKE 'The downgrade stopped after 1 %'"))
                .isOne();
        assertThat(fixture.migrator().status().problems()).isEmpty();
        assertThat(fixture.migrator().planRepair(List.of()).isEmpty()).isTrue();
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
    }

    @Test
    void anAttemptWhoseProcessDiedIsClosedAlsoWhereItsScriptWasEdited() {
        fixture.script("002_two.sql", "-- Transactional: false\n-- Upgrade\nSELECT 1;\n-- Downgrade\nSELECT 2;")
                .migrator()
                .upgrade("head");
        try {
            fixture.migrator(new FailingDataSource(fixture.database.dataSource(), "SELECT 2"))
                    .downgrade("001");
        } catch (OutOfMemoryError planned) {
            assertThat(planned).hasMessage("planned");
        }
        fixture.script("002_two.sql", "-- Transactional: false\n-- Upgrade\nSELECT 1;\n-- Downgrade\nSELECT 3;");

        Repair shown = fixture.migrator().planRepair(List.of());
        assertThat(shown.edited()).hasSize(1);
        assertThat(shown.interrupted()).hasSize(1);
        fixture.migrator().repair(shown, null);

        assertThat(fixture.journalWords()).endsWith("repair 002 succeeded", "downgrade 002 interrupted");
        assertThat(fixture.migrator().planRepair(List.of()).isEmpty()).isTrue();
        fixture.migrator().downgrade("001");
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void anAttemptWhoseProcessDiedIsClosed() {
        fixture.migrator().upgrade("head");
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY orders_id ON orders (id);");
        try {
            fixture.migrator(new FailingDataSource(
                            fixture.database.dataSource(), "CREATE INDEX CONCURRENTLY orders_id ON orders (id)"))
                    .upgrade("head");
        } catch (OutOfMemoryError planned) {
            assertThat(planned).hasMessage("planned");
        }
        assertThat(fixture.journalWords()).last().isEqualTo("upgrade 002 running");

        Repair shown = fixture.migrator().planRepair(List.of());
        assertThat(shown.interrupted()).hasSize(1);
        fixture.migrator().repair(shown, null);

        assertThat(fixture.journal()).last().extracting(JournalEntry::outcome).isEqualTo(Outcome.INTERRUPTED);
        assertThat(fixture.migrator().planRepair(List.of()).isEmpty()).isTrue();
        fixture.migrator().upgrade("head");
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    private void fail() {
        fixture.script("002_half.sql", HALF);
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
    }

    private String appliedAt() {
        return fixture.database
                .jdbc()
                .sql("SELECT applied_at::text FROM migrations_revision")
                .query(String.class)
                .single();
    }

    private int count(String query) {
        return fixture.database.jdbc().sql(query).query(Integer.class).single();
    }
}
