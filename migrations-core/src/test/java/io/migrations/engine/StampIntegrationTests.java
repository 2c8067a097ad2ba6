/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.migrations.revision.DatabaseState;
import io.migrations.revision.Revision;
import io.migrations.revision.Stamp;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;

/** Recording revisions as applied, or no longer so, without running them. */
@DatabaseTest
class StampIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;")
                .script(
                        "002_notes.sql",
                        "ALTER TABLE orders ADD notes text;\n-- Downgrade\nALTER TABLE orders DROP notes;")
                .script("003_more.sql", "CREATE TABLE more ();\n-- Downgrade\nDROP TABLE more;");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aDatabaseMadeOtherwiseIsAdopted(LockMode mode) {
        fixture.lockMode(mode).database.execute("CREATE TABLE orders (id int, notes text)");

        Stamp stamp = fixture.migrator().stamp(List.of("002"), false);

        assertThat(stamp.added()).extracting(Revision::id).containsExactly("001", "002");
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.journalWords()).containsExactly("stamp 001 succeeded", "stamp 002 succeeded");
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
        assertThat(fixture.migrator().status().state()).isEqualTo(DatabaseState.BEHIND);
        fixture.migrator().upgrade("head");
        fixture.migrator().downgrade("001");
        assertThat(fixture.applied()).containsExactly("001");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void whatStandsAboveTheTargetIsForgottenAndNotUndone(LockMode mode) {
        fixture.lockMode(mode).migrator().upgrade("head");

        Stamp stamp = fixture.migrator().stamp(List.of("001"), false);

        assertThat(stamp.removed()).containsExactly("003", "002");
        assertThat(fixture.applied()).containsExactly("001");
        assertThat(fixture.database.tables()).contains("more");
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
        assertThat(fixture.migrator().stamp(List.of("base"), false).headsAfter())
                .isEmpty();
        assertThat(fixture.applied()).isEmpty();
    }

    @Test
    void withNothingToChangeNothingIsWritten() {
        fixture.migrator().stamp(List.of("base"), false);

        assertThat(fixture.database.tables()).isEmpty();
    }

    @Test
    void whatThisBuildDoesNotKnowIsForgottenOnlyWithPurge() {
        fixture.migrator().upgrade("head");
        fixture.without("003_more.sql");

        assertThatExceptionOfType(UnknownAppliedException.class)
                .isThrownBy(() -> fixture.migrator().stamp(List.of("001"), false))
                .satisfies(refused -> assertThat(refused.unknown()).containsExactly("003"));
        assertThat(fixture.applied()).containsExactly("001", "002", "003");

        Stamp stamp = fixture.migrator().planStamp(List.of("002"), true);
        assertThat(stamp.removed()).containsExactly("003");
        assertThat(fixture.migrator().stamp(List.of("002"), true, stamp)).isEqualTo(stamp);
        assertThat(fixture.applied()).containsExactly("001", "002");
        assertThat(fixture.migrator().log())
                .last()
                .satisfies(entry -> assertThat(entry.message()).contains("the texts that the database kept"));
    }

    @Test
    void whatWasShownIsWhatIsStamped() {
        Stamp shown = fixture.migrator().planStamp(List.of("head"), false);
        fixture.migrator().upgrade("002");

        assertThatExceptionOfType(PlanChangedException.class)
                .isThrownBy(() -> fixture.migrator().stamp(List.of("head"), false, shown));
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void itWaitsForARunAndDecidesByWhatThatRunLeft(LockMode mode) {
        fixture.lockMode(mode)
                .script("003_more.sql", "SELECT pg_sleep(1);")
                .migrator()
                .upgrade("002");
        var upgrade = CompletableFuture.runAsync(() -> fixture.migrator().upgrade("head"));
        await().until(() -> fixture.database
                .jdbc()
                .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%')")
                .query(Boolean.class)
                .single());

        Stamp stamp = fixture.migrator().stamp(List.of("001"), false);

        upgrade.join();
        assertThat(stamp.removed()).containsExactly("003", "002");
        assertThat(fixture.applied()).containsExactly("001");
        assertThat(fixture.migrator().verifyJournal().isSound()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aSessionThatEndsBeforeTheCommitLeavesNothing(LockMode mode) {
        fixture.lockMode(mode).migrator().upgrade("001");

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        fixture.migrator(new CutOffDataSource(fixture.database)).stamp(List.of("head"), false));

        assertThat(fixture.applied()).containsExactly("001");
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 succeeded");
    }

    @Test
    void aHalfDoneRevisionIsNotStampedOver() {
        fixture.script("004_half.sql", "-- Transactional: false\nINSERT INTO orders VALUES (1); SELECT 1/0;");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));

        for (String target : List.of("head", "base")) {
            assertThatExceptionOfType(InterruptedRevisionException.class)
                    .isThrownBy(() -> fixture.migrator().stamp(List.of(target), true))
                    .withMessageContaining("migrations repair 004");
        }
        assertThat(fixture.applied()).containsExactly("001", "002", "003");
    }
}
