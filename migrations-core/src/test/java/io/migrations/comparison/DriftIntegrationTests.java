/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.comparison.DriftReport.FingerprintMatch;
import io.migrations.engine.MigratorSettings;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
class DriftIntegrationTests {

    private static ScratchFixture shop(TestDatabase database, Path folder) {
        return new ScratchFixture(database, folder)
                .script("001_orders.sql", """
                        -- Upgrade
                        CREATE TABLE orders (id int PRIMARY KEY, qty int);
                        CREATE INDEX orders_qty ON orders (qty);
                        -- Downgrade
                        DROP TABLE orders;
                        """)
                .script("002_total.sql", """
                        -- Upgrade
                        CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM orders';
                        -- Downgrade
                        DROP FUNCTION total();
                        """)
                .script("repeatable/totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT total() AS t;");
    }

    @Test
    void whatWasChangedByHandIsNamed(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder);
        fixture.migrator().upgrade("head");

        DriftReport untouched = Drift.of(fixture.migrator()).fromRevisions(fixture.scratch());
        assertThat(untouched.text()).startsWith("The schema is what the applied revisions make.");
        assertThat(untouched.hasDrift()).isFalse();
        assertThat(untouched.fingerprint()).isEqualTo(FingerprintMatch.SAME);

        database.execute("ALTER TABLE orders ALTER COLUMN qty TYPE bigint");
        database.execute("DROP INDEX orders_qty");
        database.execute("CREATE OR REPLACE FUNCTION total() RETURNS bigint LANGUAGE sql AS 'SELECT 7::bigint'");
        database.execute("GRANT SELECT ON orders TO PUBLIC");

        DriftReport quick = Drift.of(fixture.migrator()).sinceLastRun();
        assertThat(quick.hasDrift()).isTrue();
        assertThat(quick.fingerprint()).isEqualTo(FingerprintMatch.CHANGED);
        assertThat(quick.differences()).isNull();
        DriftReport report = Drift.of(fixture.migrator()).fromRevisions(fixture.scratch());
        assertThat(report.differencesText()).contains("qty", "orders_qty", "total", "bigint", "PUBLIC");
        assertThat(report.hasDrift()).isTrue();
        assertThat(report.text()).contains("It was changed since the last run");

        // The next run takes it for what is: the difference is an old one from then on.
        fixture.script("003_more.sql", "-- Upgrade\nCREATE TABLE more (id int);\n-- Downgrade\nDROP TABLE more;");
        fixture.migrator().upgrade("head");
        assertThat(Drift.of(fixture.migrator()).sinceLastRun().hasDrift()).isFalse();
        assertThat(Drift.of(fixture.migrator()).fromRevisions(fixture.scratch()).text())
                .contains("Nothing was changed since the last run");
        assertThat(fixture.scratchDatabases()).isEmpty();
    }

    @Test
    void exactlyWhatIsAppliedIsBuiltAsItRan(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder)
                .script(
                        "003_pending.sql",
                        "-- Upgrade\nCREATE TABLE pending (id int);\n-- Downgrade\nDROP TABLE pending;");
        fixture.migrator().upgrade("head");
        fixture.migrator().downgrade("002");
        // Edited, and unknown to the build, since it was applied.
        fixture.script(
                        "001_orders.sql",
                        "-- Upgrade\nCREATE TABLE orders (id bigint);\n-- Downgrade\nDROP TABLE orders;")
                .script("repeatable/totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT total() AS other;")
                .without("002_total.sql");

        DriftReport report = Drift.of(fixture.migrator()).fromRevisions(fixture.scratch());

        assertThat(report.text()).startsWith("The schema is what the applied revisions make.");
        assertThat(report.fingerprint()).isEqualTo(FingerprintMatch.SAME);
    }

    @Test
    void aFailureSaysThatItWasTheScratchDatabase(TestDatabase database, @TempDir Path folder) {
        database.execute("CREATE TABLE made_by_hand (id int)");
        ScratchFixture fixture =
                shop(database, folder).script("003_late.sql", "ALTER TABLE made_by_hand ADD COLUMN note text;");
        fixture.migrator().upgrade("head");
        assertThatExceptionOfType(RebuildFailedException.class)
                .isThrownBy(() -> Drift.of(fixture.migrator()).fromRevisions(fixture.scratch()))
                .satisfies(failed -> assertThat(failed.revision()).contains("003"))
                .withMessageMatching("In the scratch database 'migrations_scratch_.*': Revision '003' failed in .*");
        assertThat(fixture.scratchDatabases()).isEmpty();
    }

    @Test
    void theFingerprintIsARowOfItsOwnThatNothingElseTakesForAnAttempt(TestDatabase database, @TempDir Path folder) {
        ScratchFixture fixture = shop(database, folder);
        assertThat(Drift.of(fixture.migrator()).sinceLastRun().fingerprint()).isEqualTo(FingerprintMatch.NONE);
        fixture.migrator().upgrade("001");
        fixture.migrator().upgrade("head");
        var migrator = fixture.migrator();
        assertThat(database.jdbc()
                        .sql("SELECT action || ' ' || revision FROM migrations_journal ORDER BY id")
                        .query(String.class)
                        .list())
                .containsExactly("upgrade 001", "fingerprint ", "upgrade 002", "repeat totals", "fingerprint ");
        assertThat(migrator.log()).extracting(entry -> entry.revision()).containsExactly("001", "002", "totals");
        assertThat(migrator.verifyJournal().isSound()).isTrue();
        assertThat(migrator.verifyJournal().rows()).isEqualTo(5);
        assertThat(migrator.status().problems()).isEmpty();
        assertThat(migrator.status().lastRun().action()).isEqualTo("upgrade");
        assertThat(migrator.planRepair(java.util.List.of()).isEmpty()).isTrue();
        assertThat(migrator.upgrade("head").plan().isEmpty()).isTrue();
        assertThat(migrator.log()).hasSize(3);

        // A run without one leaves the last outdated; the chain holds with and without.
        var without = fixture.migrator(
                MigratorSettings.defaults().but().schemaFingerprint(false).build());
        without.downgrade("-1");
        assertThat(Drift.of(migrator).sinceLastRun().fingerprint()).isEqualTo(FingerprintMatch.OUTDATED);
        assertThat(Drift.of(migrator).sinceLastRun().hasDrift()).isFalse();
        fixture.migrator().upgrade("head");
        assertThat(Drift.of(migrator).sinceLastRun().fingerprint()).isEqualTo(FingerprintMatch.SAME);
        assertThat(migrator.verifyJournal().isSound()).isTrue();
        database.execute("UPDATE migrations_journal SET description = '1:18:0' WHERE id = 5");
        assertThat(migrator.verifyJournal().isSound()).isFalse();
    }
}
