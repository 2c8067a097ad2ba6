/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.migrations.engine.LogEntry.Status;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The team's migration log, and whether it can be believed. */
@DatabaseTest
class JournalCheckIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;")
                .script(
                        "002_index.sql",
                        "CREATE INDEX CONCURRENTLY orders_id ON orders (id);\n-- Downgrade\nSELECT 1;");
    }

    @Test
    void beforeTheFirstRunThereIsNothingToReadAndNothingWrong() {
        assertThat(fixture.migrator().log()).isEmpty();
        assertThat(fixture.migrator().verifyJournal()).isEqualTo(new JournalVerification(0, null, java.util.List.of()));
        assertThat(fixture.database.tables()).isEmpty();
    }

    @Test
    void whatIsWrittenMeanwhileIsNoContradiction() throws Exception {
        fixture.migrator().upgrade("head");
        try (Connection writer = fixture.database.dataSource().getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute("LOCK TABLE migrations_revision IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<JournalVerification> verified =
                    CompletableFuture.supplyAsync(() -> fixture.migrator().verifyJournal());
            awaitReaderBehindTheLock();
            statement.execute("DELETE FROM migrations_revision WHERE revision = '002'");
            writer.commit();

            assertThat(verified.get(30, TimeUnit.SECONDS).contradictions()).isEmpty();
        }
        assertThat(fixture.migrator().verifyJournal().contradictions()).hasSize(1);
    }

    private void awaitReaderBehindTheLock() throws InterruptedException {
        String waiting =
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'migrations_revision'::regclass"
                        + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (fixture.database.jdbc().sql(waiting).query(Integer.class).single() == 0) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @Test
    void theLogHasOneEntryForEachAttemptTheNewestLast() {
        fixture.migrator().upgrade("head");
        fixture.script("003_bad.sql", "SELECT 1/0;");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
        fixture.migrator().downgrade("001");

        assertThat(fixture.migrator().log())
                .extracting(LogEntry::revision, LogEntry::action, LogEntry::status, LogEntry::applied)
                .containsExactly(
                        tuple("001", "upgrade", Status.SUCCEEDED, true),
                        tuple("002", "upgrade", Status.SUCCEEDED, true),
                        tuple("003", "upgrade", Status.FAILED, false),
                        tuple("002", "downgrade", Status.SUCCEEDED, false));
        assertThat(fixture.migrator().log().get(2).message()).contains("division by zero");
        assertThat(fixture.migrator().log().get(1)).satisfies(entry -> {
            assertThat(entry.application()).isEqualTo("tests");
            assertThat(entry.duration()).isNotNull();
            assertThat(entry.statements()).isEqualTo(1);
        });
    }

    @Test
    void aWholeJournalIsFoundSound() {
        fixture.migrator().upgrade("head");

        JournalVerification verification = fixture.migrator().verifyJournal();

        assertThat(verification.isSound()).isTrue();
        assertThat(verification.rows()).isEqualTo(4);
    }

    @Test
    void theFirstRowThatDoesNotFollowIsNamed() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("UPDATE migrations_journal SET os_user = 'somebody' WHERE revision = '002'");

        assertThat(fixture.migrator().verifyJournal().firstBroken())
                .hasValueSatisfying(
                        broken -> assertThat(broken).isEqualTo(new JournalVerification.BrokenRow(2, "upgrade", "002")));

        fixture.database.execute("DELETE FROM migrations_journal WHERE id = 1");
        assertThat(fixture.migrator().verifyJournal().firstBroken())
                .hasValueSatisfying(broken -> assertThat(broken.id()).isEqualTo(2));
    }

    @Test
    void rowsCutOffAtTheEndAreMissedByTheAppliedSet() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("DELETE FROM migrations_journal WHERE revision = '002'");

        JournalVerification verification = fixture.migrator().verifyJournal();

        assertThat(verification.firstBroken()).isEmpty();
        assertThat(verification.contradictions())
                .containsExactly("Revision '002' is applied, and no row of the journal says so.");
    }

    @Test
    void aRowTakenFromOrPutIntoTheAppliedSetContradictsTheJournal() {
        fixture.migrator().upgrade("head");
        fixture.migrator().downgrade("001");
        fixture.database.execute("UPDATE migrations_revision SET revision = '002'");

        assertThat(fixture.migrator().verifyJournal().contradictions())
                .containsExactly(
                        "Revision '002' is applied, and the newest row about it is a downgrade that took it away.",
                        "The journal says that revision '001' is applied, and it is not.");
    }

    @Test
    void anotherChecksumContradictsTheJournal() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("UPDATE migrations_revision SET checksum = 'v1:0' WHERE revision = '001'");

        assertThat(fixture.migrator().verifyJournal().contradictions())
                .containsExactly("Revision '001' is applied with another checksum than the journal has.");
    }
}
