/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.Psql;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts for psql refuse what a run refuses: to build on, or undo, another script than the one that ran. */
@DatabaseTest
class OfflineEditedIntegrationTests {

    private OfflineFixture fixture;

    @BeforeEach
    void start(TestDatabase database, @TempDir Path folder) {
        assumeThat(Psql.isInstalled()).as("psql 15 or later is on the PATH").isTrue();
        fixture = new OfflineFixture(database, folder)
                .script("001_orders.sql", table("orders"))
                .script("002_notes.sql", table("notes"))
                .script("003_trades.sql", table("trades"));
    }

    private static String table(String name) {
        return "-- Upgrade\nCREATE TABLE %1$s (id int);\n-- Downgrade\nDROP TABLE %1$s;".formatted(name);
    }

    private void refused(String script, String... words) {
        List<String> tables = fixture.database.tables();
        List<String> applied = fixture.engine.applied();
        List<String> journal = fixture.engine.journalWords();

        Psql.Run run = fixture.run(script);

        assertThat(run.exitCode()).as(run.output()).isEqualTo(3);
        assertThat(run.output()).contains(words);
        assertThat(fixture.database.tables()).isEqualTo(tables);
        assertThat(fixture.engine.applied()).isEqualTo(applied);
        assertThat(fixture.engine.journalWords()).isEqualTo(journal);
    }

    @Test
    void aDowngradeOfAnEditedRevisionDropsNothing() {
        fixture.engine.migrator().upgrade("002");
        fixture.database.execute("CREATE TABLE customers (id int)");
        fixture.script("002_notes.sql", table("customers"));

        assertThatExceptionOfType(ModifiedRevisionException.class)
                .isThrownBy(() -> fixture.engine.migrator().downgrade("001"));
        refused(
                fixture.downgrade("002:001"),
                "The script of revision '002' was edited after it was applied.",
                "Nothing was changed.",
                "migrations repair");
    }

    @Test
    void anUpgradeOnTopOfEditedRevisionsNamesThemAll() {
        fixture.runs(fixture.upgrade("002"));
        fixture.script("001_orders.sql", table("orders2")).script("002_notes.sql", table("notes2"));

        assertThatExceptionOfType(ModifiedRevisionException.class)
                .isThrownBy(() -> fixture.engine.migrator().upgrade("head"));
        refused(
                fixture.upgrade("002:head"),
                "The script of revision '001' was edited after it was applied. The script of revision '002' was edited",
                "Nothing was changed.",
                "migrations repair");
    }

    @Test
    void aDowngradeComparesOnlyWhatItUndoes() {
        fixture.engine.migrator().upgrade("head");
        fixture.script("001_orders.sql", table("orders2"));

        fixture.runs(fixture.downgrade("003:001"));

        assertThat(fixture.engine.applied()).containsExactly("001");
        refused(fixture.downgrade("001:base"), "The script of revision '001' was edited");
    }

    @Test
    void whatARunDoesNotMindPasses() {
        fixture.engine.migrator().upgrade("002");
        fixture.script(
                "002_notes.sql",
                "-- Upgrade\n-- layout\ncreate table notes\n (id int);\n-- Downgrade\nDROP TABLE IF EXISTS notes;");

        fixture.runs(fixture.upgrade("002:head"));
        fixture.runs(fixture.downgrade("003:base"));

        assertThat(fixture.engine.applied()).isEmpty();
        assertThat(fixture.database.tables()).containsExactly("migrations_journal", "migrations_revision");
    }

    @Test
    void afterARepairTheSameScriptRuns() {
        fixture.engine.migrator().upgrade("002");
        fixture.script("002_notes.sql", "-- Upgrade\nCREATE TABLE notes (id bigint);\n-- Downgrade\nDROP TABLE notes;");
        String script = fixture.upgrade("002:head");
        refused(script, "The script of revision '002' was edited");

        Migrator migrator = fixture.engine.migrator();
        migrator.repair(migrator.planRepair(List.of()), null);
        fixture.runs(script);

        assertThat(fixture.engine.applied()).containsExactly("001", "002", "003");
        assertThat(migrator.verifyJournal()).matches(JournalVerification::isSound);
    }

    @Test
    void aStampLooksAtIdsAlone() {
        fixture.engine.migrator().upgrade("002");
        fixture.script("002_notes.sql", table("customers"));

        fixture.runs(fixture.stamp("002:head"));

        assertThat(fixture.engine.applied()).containsExactly("001", "002", "003");
    }
}
