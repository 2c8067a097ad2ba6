/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.script.InvalidScriptsException;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An older build undoes what it never shipped, with the text that the database keeps. */
@DatabaseTest
class KeptDowngradeIntegrationTests {

    private static final String ORDERS = "CREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;";

    private MigratorFixture newer;
    private MigratorFixture older;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path newerFolder, @TempDir Path olderFolder) {
        newer = new MigratorFixture(database, newerFolder).script("001_orders.sql", ORDERS);
        older = new MigratorFixture(database, olderFolder).script("001_orders.sql", ORDERS);
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void textsOfTheDatabaseAndOfThisBuildRunInOnePlan(LockMode mode) {
        newer.script(
                        "002_notes.sql",
                        "ALTER TABLE orders ADD notes text;\n-- Downgrade\nALTER TABLE orders DROP notes;")
                .script("003_more.sql", "CREATE TABLE more ();\n-- Downgrade\n-- the last one\nDROP TABLE more;")
                .migrator()
                .upgrade("head");
        older.lockMode(mode);
        assertThatExceptionOfType(IrreversibleRevisionException.class)
                .isThrownBy(() -> older.migrator().downgrade("base"))
                .withMessageContaining("migrations downgrade");

        ReviewedDowngrade shown = older.migrator().reviewDowngrade("base");

        assertThat(shown.kept()).extracting(KeptDowngrade::revision).containsExactly("003", "002");
        assertThat(shown.kept().get(0).text()).isEqualTo("-- the last one\nDROP TABLE more;");
        assertThat(shown.losses())
                .extracting(DataLoss::statement)
                .containsExactly("DROP TABLE more", "ALTER TABLE orders DROP notes", "DROP TABLE orders");
        RunResult result = older.migrator().downgrade(shown);
        assertThat(result.steps()).hasSize(3);
        assertThat(older.applied()).isEmpty();
        assertThat(older.database.tables()).containsExactly("migrations_journal", "migrations_revision");
        assertThat(older.migrator().verifyJournal().isSound()).isTrue();
    }

    @Test
    void aTextOutsideATransactionRunsOutsideOne() {
        newer.script(
                        "002_index.sql",
                        "CREATE INDEX CONCURRENTLY orders_id ON orders (id);\n-- Downgrade\nDROP INDEX CONCURRENTLY orders_id;")
                .migrator()
                .upgrade("head");

        ReviewedDowngrade shown = older.migrator().reviewDowngrade("001");
        assertThat(shown.kept())
                .singleElement()
                .satisfies(kept -> assertThat(kept.transactional()).isFalse());
        older.migrator().downgrade(shown);

        assertThat(older.applied()).containsExactly("001");
        assertThat(older.journalWords()).contains("downgrade 002 running", "downgrade 002 succeeded");
    }

    @Test
    void aTextOutsideATransactionDoesNotRunInsideOne() {
        newer.script("002_two.sql", "-- Transactional: false\n-- Upgrade\nSELECT 1;\n-- Downgrade\nSELECT 2;")
                .migrator()
                .upgrade("head");
        older.database.execute("UPDATE migrations_revision SET downgrade_transactional = true WHERE revision = '002'");

        assertThatExceptionOfType(TamperedDowngradeException.class)
                .isThrownBy(() -> older.migrator().reviewDowngrade("001"));
    }

    @Test
    void stampsVouchForHowTheTextRuns() {
        newer.script("002_two.sql", "-- Transactional: false\n-- Upgrade\nSELECT 1;\n-- Downgrade\nSELECT 2;")
                .migrator()
                .stamp(List.of("head"), false);

        older.migrator().downgrade(older.migrator().reviewDowngrade("001"));

        assertThat(older.applied()).containsExactly("001");
    }

    @Test
    void aTextThatStoppedHalfWayGoesOnWhereItStopped() {
        newer.script(
                        "002_two.sql",
                        "-- Transactional: false\n-- Upgrade\nSELECT 1;\n-- Downgrade\n"
                                + "INSERT INTO orders VALUES (1); INSERT INTO gone VALUES (2);")
                .migrator()
                .upgrade("head");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> older.migrator().downgrade(older.migrator().reviewDowngrade("001")));
        older.database.execute("CREATE TABLE gone (id int)");

        older.migrator().downgrade(older.migrator().reviewDowngrade("001"));

        assertThat(older.applied()).containsExactly("001");
        assertThat(count("SELECT count(*) FROM orders")).isEqualTo(1);
    }

    @Test
    void rowsForCopyAndPlaceholdersWithThisBuildsValuesAreResolved() {
        newer.placeholders(Map.of("table", "wrong"))
                .script("002_rows.sql", "SELECT 1;\n-- Downgrade\nCOPY ${table} (id) FROM STDIN;\n1\n2\n\\.\n")
                .migrator()
                .upgrade("head");
        older.placeholders(Map.of("table", "orders"));

        ReviewedDowngrade shown = older.migrator().reviewDowngrade("001");
        assertThat(shown.kept().get(0).recorded()).startsWith("COPY ${table} (id)");
        assertThat(shown.kept().get(0).text()).isEqualTo("COPY orders (id) FROM STDIN;\n1\n2\n\\.");
        older.migrator().downgrade(shown);

        assertThat(count("SELECT count(*) FROM orders")).isEqualTo(2);
    }

    @Test
    void whatWasShownWithOtherValuesDoesNotRun() {
        newer.placeholders(Map.of("victim", "victim"))
                .script(
                        "002_victim.sql",
                        "CREATE TABLE keep (); CREATE TABLE victim ();\n-- Downgrade\nDROP TABLE ${victim};")
                .migrator()
                .upgrade("head");
        ReviewedDowngrade shown =
                older.placeholders(Map.of("victim", "victim")).migrator().reviewDowngrade("001");
        Migrator other = older.placeholders(Map.of("victim", "keep")).migrator();

        assertThatExceptionOfType(PlanChangedException.class).isThrownBy(() -> other.downgrade(shown));
        assertThat(older.database.tables()).contains("keep", "victim");
    }

    @Test
    void aPlaceholderWithoutValueIsAFault() {
        newer.placeholders(Map.of("table", "orders"))
                .script("002_rows.sql", "SELECT 1;\n-- Downgrade\nDELETE FROM ${table};")
                .migrator()
                .upgrade("head");

        assertThatExceptionOfType(InvalidScriptsException.class)
                .isThrownBy(() ->
                        older.placeholders(Map.of("other", "x")).migrator().reviewDowngrade("001"))
                .withMessageContaining("revision '002' in the database");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE migrations_revision SET downgrade_text = 'DROP TABLE orders;' WHERE revision = '002'",
                "UPDATE migrations_revision SET downgrade_checksum = 'v1:0' WHERE revision = '002'",
                "UPDATE migrations_revision SET downgrade_checksum = NULL WHERE revision = '002'",
                "UPDATE migrations_revision SET downgrade_transactional = NOT downgrade_transactional WHERE revision = '002'",
                // A text and its checksum, of another revision: only the journal tells.
                "UPDATE migrations_revision r SET downgrade_text = o.downgrade_text, downgrade_checksum ="
                        + " o.downgrade_checksum FROM migrations_revision o WHERE o.revision = '001' AND r.revision = '002'",
                "DELETE FROM migrations_journal WHERE revision = '002'"
            })
    void aTextThatIsNotProvenDoesNotRun(String tampering) {
        applyNotes();
        older.database.execute(tampering);

        assertThatExceptionOfType(TamperedDowngradeException.class)
                .isThrownBy(() -> older.migrator().reviewDowngrade("001"))
                .satisfies(refused -> assertThat(refused.revision()).isEqualTo("002"));
        assertThat(older.applied()).containsExactly("001", "002");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE migrations_journal SET downgrade_checksum = 'v1:0' WHERE revision = '002'",
                "UPDATE migrations_journal SET database_user = 'somebody' WHERE revision = '001'",
                "DELETE FROM migrations_journal WHERE revision = '001'"
            })
    void aBrokenJournalProvesNothing(String tampering) {
        applyNotes();
        older.database.execute(tampering);

        assertThatExceptionOfType(BrokenJournalException.class)
                .isThrownBy(() -> older.migrator().reviewDowngrade("001"));
    }

    @Test
    void withoutAKeptTextThereIsNoWayBack() {
        newer.script("002_more.sql", "CREATE TABLE more ();").migrator().upgrade("head");

        assertThatExceptionOfType(IrreversibleRevisionException.class)
                .isThrownBy(() -> older.migrator().reviewDowngrade("001"))
                .withMessageContaining("the database keeps none");
    }

    @Test
    void onlyWhatWasShownRuns() {
        applyNotes();
        ReviewedDowngrade shown = older.migrator().reviewDowngrade("001");
        newer.migrator().downgrade("001");
        newer.script("002_notes.sql", "ALTER TABLE orders ADD notes text;\n-- Downgrade\nDROP TABLE orders;")
                .migrator()
                .upgrade("head");

        assertThatExceptionOfType(PlanChangedException.class)
                .isThrownBy(() -> older.migrator().downgrade(shown));
        assertThat(older.database.tables()).contains("orders");
        assertThat(older.applied()).containsExactly("001", "002");
    }

    @Test
    void stampsAndRepairsVouchForTheTextToo() {
        newer.migrator().upgrade("head");
        newer.script("002_notes.sql", "ALTER TABLE orders ADD notes text;\n-- Downgrade\nALTER TABLE orders DROP nots;")
                .migrator()
                .stamp(List.of("head"), false);
        assertThat(older.migrator().reviewDowngrade("001").kept()).hasSize(1);
        newer.script(
                "002_notes.sql", "ALTER TABLE orders ADD notes text;\n-- Downgrade\nALTER TABLE orders DROP notes;");
        newer.migrator().repair(newer.migrator().planRepair(List.of()), null);
        newer.database.execute("ALTER TABLE orders ADD notes text");

        older.migrator().downgrade(older.migrator().reviewDowngrade("001"));

        assertThat(older.applied()).containsExactly("001");
    }

    private void applyNotes() {
        newer.script(
                        "002_notes.sql",
                        "ALTER TABLE orders ADD notes text;\n-- Downgrade\nALTER TABLE orders DROP notes;")
                .migrator()
                .upgrade("head");
    }

    private int count(String query) {
        return older.database.jdbc().sql(query).query(Integer.class).single();
    }
}
