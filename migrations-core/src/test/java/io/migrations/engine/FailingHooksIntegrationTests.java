/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.migrations.history.JournalEntry;
import io.migrations.history.Outcome;
import io.migrations.script.HookPoint;
import io.migrations.sql.Position;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is left when a hook fails, at each place, and what is told about it. */
@DatabaseTest
class FailingHooksIntegrationTests {

    private static final String FAILING = "CREATE TABLE left_behind ();\nSELECT nonsense;";

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "-- Upgrade\nCREATE TABLE orders ();\n-- Downgrade\nDROP TABLE orders;")
                .script("002_more.sql", "-- Upgrade\nCREATE TABLE more ();\n-- Downgrade\nDROP TABLE more;");
    }

    private HookFailedException upgradeFails() {
        return Objects.requireNonNull(catchThrowableOfType(
                HookFailedException.class, () -> fixture.migrator().upgrade("head")));
    }

    private void assertSound() {
        assertThat(fixture.migrator().verifyJournal()).matches(JournalVerification::isSound);
        assertThat(fixture.migrator().planRepair(List.of()).isEmpty()).isTrue();
        assertThat(fixture.database.tables()).doesNotContain("left_behind");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void beforeARunNothingBegins(LockMode mode) {
        fixture.lockMode(mode).script("before_upgrade.sql", FAILING);

        HookFailedException failed = upgradeFails();

        assertThat(failed.hook().point()).isEqualTo(HookPoint.BEFORE_UPGRADE);
        assertThat(failed.step()).isEmpty();
        assertThat(failed.completed()).isEmpty();
        assertThat(failed.failure().position()).isEqualTo(new Position(2, 8));
        assertThat(failed)
                .hasMessage(
                        "Hook '%s/before_upgrade.sql' failed at line 2, column 8: column \"nonsense\" does not exist"
                                + " [SQLSTATE 42703]. This run completed no revision.",
                        fixture.folder);
        assertThat(fixture.database.tables()).doesNotContain("orders");
        assertThat(fixture.journalWords()).containsExactly("hook before_upgrade.sql failed");
        JournalEntry row = fixture.journal().get(0);
        assertThat(row.description()).isEqualTo(fixture.folder + "/before_upgrade.sql");
        assertThat(Objects.requireNonNull(row.failure()).message()).contains("nonsense");
        assertSound();

        fixture.script("before_upgrade.sql", "SELECT 1;").migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002");
        assertSound();
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void afterARunItsRevisionsStayApplied(LockMode mode) {
        fixture.lockMode(mode).script("after_upgrade.sql", FAILING);

        HookFailedException failed = upgradeFails();

        assertThat(failed.completed()).containsExactly("001", "002");
        assertThat(failed)
                .message()
                .endsWith("This run had completed ['001', '002'], all that it had to do; that is committed.");
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.journalWords())
                .containsExactly("upgrade 001 succeeded", "upgrade 002 succeeded", "hook after_upgrade.sql failed");
        assertSound();
        // The database is where it should be, so the hook is nobody's business any more.
        assertThat(fixture.migrator().upgrade("head").steps()).isEmpty();
        assertThat(fixture.migrator().status().lastRun()).satisfies(run -> {
            assertThat(run.action()).isEqualTo("hook");
            assertThat(run.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(run.revisions()).containsExactly("001", "002");
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = HookPoint.class,
            names = {"BEFORE_EACH_UPGRADE", "AFTER_EACH_UPGRADE"})
    void aroundARevisionItIsRolledBack(HookPoint point) {
        fixture.migrator().upgrade("001");
        fixture.script(point.fileName(), FAILING);

        HookFailedException failed = upgradeFails();

        assertThat(failed.step())
                .hasValueSatisfying(step -> assertThat(step.revision().id()).isEqualTo("002"));
        assertThat(failed.statementsKept()).isZero();
        assertThat(fixture.database.tables()).contains("orders").doesNotContain("more");
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded", "upgrade 002 failed");
        assertThat(Objects.requireNonNull(fixture.journal().get(1).failure()).message())
                .isEqualTo(
                        "Hook '%s/%s': column \"nonsense\" does not exist".formatted(fixture.folder, point.fileName()));
        assertSound();
    }

    @Test
    void aroundADowngradeToo() {
        fixture.migrator().upgrade("head");
        fixture.script("after_each_downgrade.sql", FAILING);

        var failed = catchThrowableOfType(
                HookFailedException.class, () -> fixture.migrator().downgrade("base"));

        assertThat(failed).message().contains("failed in the downgrade of revision '002' at line 2");
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertSound();
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void withOneTransactionPerRunAllOfItIsRolledBack(LockMode mode) {
        fixture.lockMode(mode).transactionPer(TransactionPer.RUN).script("after_upgrade.sql", FAILING);

        HookFailedException failed = upgradeFails();

        assertThat(failed.completed()).isEmpty();
        assertThat(fixture.applied()).isEmpty();
        assertThat(fixture.journalWords()).containsExactly("hook after_upgrade.sql failed");
        assertSound();
    }

    @Test
    void afterARevisionOutsideATransactionTheNextRunGoesOnWithTheHook() {
        fixture.script("002_more.sql", "-- Transactional: false\nCREATE TABLE more (); VACUUM;")
                .script("after_each_upgrade.sql", FAILING);
        fixture.without("001_orders.sql");

        HookFailedException failed = upgradeFails();

        assertThat(failed.statementsKept()).isEqualTo(2);
        assertThat(fixture.database.tables()).contains("more").doesNotContain("left_behind");
        assertThat(fixture.applied()).isEmpty();

        fixture.script("after_each_upgrade.sql", "CREATE TABLE after_all ();")
                .migrator()
                .upgrade("head");

        assertThat(fixture.applied()).containsExactly("002");
        assertThat(fixture.database.tables()).contains("after_all");
        assertSound();
    }

    @Test
    void aConstraintThatIsCheckedAtTheCommitIsTheHooksFault() {
        fixture.script("before_upgrade.sql", """
                CREATE TABLE parents (id int PRIMARY KEY);
                CREATE TABLE children (id int REFERENCES parents DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO children VALUES (1);
                """);

        HookFailedException failed = upgradeFails();

        assertThat(failed.failure().sqlState()).isEqualTo("23503");
        assertThat(failed.isOutcomeUnknown()).isFalse();
        assertThat(fixture.database.tables()).doesNotContain("parents", "orders");
    }

    @Test
    void aConnectionThatBreaksAtTheCommitLeavesTheOutcomeUnknown() {
        // The history's tables are there, so that the first commit is the hook's.
        fixture.migrator().upgrade("001");
        fixture.script("before_upgrade.sql", "CREATE TABLE maybe ();");

        var failed = catchThrowableOfType(
                HookFailedException.class,
                () -> fixture.migrator(new CutOffDataSource(fixture.database)).upgrade("head"));

        assertThat(failed.isOutcomeUnknown()).isTrue();
    }

    @Test
    void othersInTheWayOfAHookAreWaitedOut() {
        fixture.migrator().upgrade("001");
        fixture.script("before_upgrade.sql", "ALTER TABLE orders ADD n int;");
        var transaction = new OpenTransaction(fixture.database, "LOCK TABLE orders");
        var closing = new Thread(() -> {
            io.migrations.engine.Pause.of(java.time.Duration.ofMillis(2500));
            transaction.close();
        });
        closing.start();

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.journalWords())
                .containsExactly("upgrade 001 succeeded", "hook before_upgrade.sql failed", "upgrade 002 succeeded");
    }

    @Test
    void statementsThatRefuseTransactionsStayWhereALaterOneFails() {
        fixture.script("before_upgrade.sql", "CREATE TABLE kept (); VACUUM; SELECT nonsense;");

        HookFailedException failed = upgradeFails();

        assertThat(failed.statementsKept()).isEqualTo(2);
        assertThat(fixture.database.tables()).contains("kept").doesNotContain("orders");
    }
}
