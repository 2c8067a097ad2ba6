/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a user lacks for the history, and that exactly what it is told helps. */
@DatabaseTest
class HistoryRightsIntegrationTests {

    private MigratorFixture fixture;
    private BareUser user;

    @BeforeEach
    void createUser(TestDatabase database, @TempDir Path folder) {
        user = new BareUser(database, "app");
        fixture = new MigratorFixture(database, folder)
                .script("001_one.sql", "SELECT 1;")
                .script("repeatable/two.sql", "SELECT 2;");
    }

    @AfterEach
    void dropUser() {
        user.close();
    }

    @Test
    void withNothingThereYet() {
        theRemediesHelp();
    }

    @Test
    void withASchemaOfItsOwnThatIsMissing() {
        fixture.with(settings -> settings.tables(settings.build().tables().in("migrations")));
        theRemediesHelp();
    }

    @Test
    void withTablesThatAnotherHasMade() {
        fixture.migrator().upgrade("head");
        fixture.script("002_more.sql", "SELECT 1;");
        theRemediesHelp();
    }

    @Test
    void withTheRightToReadOnly() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("GRANT USAGE ON SCHEMA public TO " + user.name());
        for (String table : new String[] {"migrations_revision", "migrations_journal", "migrations_repeatable"}) {
            fixture.database.execute("GRANT SELECT ON %s TO %s".formatted(table, user.name()));
        }
        Migrator migrator = fixture.migrator(user.dataSource());

        assertThat(migrator.status().pending()).isZero();
        assertThat(migrator.log()).isNotEmpty();
        assertThat(migrator.verifyJournal().broken()).isNull();
        assertThat(migrator.upgrade("head").steps()).isEmpty();
        migrator.validate(List.of("head"));

        fixture.script("002_more.sql", "SELECT 1;");
        theRemediesHelp();
    }

    @Test
    void whoOnlyReadsIsToldNoMoreThanReadingNeeds() {
        fixture.migrator().upgrade("head");
        Migrator reader = fixture.migrator(user.dataSource());

        HistoryAccessException refused = catchThrowableOfType(HistoryAccessException.class, reader::status);

        assertThat(refused.remedies())
                .hasSize(4)
                .allMatch(remedy -> remedy.startsWith("GRANT USAGE ON") || remedy.startsWith("GRANT SELECT ON"));
        refused.remedies().forEach(fixture.database::execute);
        assertThat(reader.status().pending()).isZero();
        assertThat(reader.log()).isNotEmpty();
        reader.validate(List.of("head"));
    }

    @Test
    void aHistoryInASchemaThatMayNotBeUsedIsNotBegunAgainElsewhere() {
        fixture.database.execute("CREATE SCHEMA app");
        fixture.with(settings -> settings.tables(settings.build().tables().in("app")))
                .migrator()
                .upgrade("head");
        fixture.with(settings -> settings.tables(settings.build().tables().in(null)));
        fixture.database.execute("GRANT USAGE, CREATE ON SCHEMA public TO " + user.name());
        fixture.database.execute("ALTER ROLE %s SET search_path = app, public".formatted(user.name()));
        Migrator migrator = fixture.migrator(user.dataSource());

        for (ThrowingCallable look : List.<ThrowingCallable>of(
                migrator::status,
                () -> migrator.upgrade("head"),
                () -> migrator.downgrade("base"),
                () -> migrator.planStamp(List.of("head"), false),
                () -> migrator.reviewDowngrade("base"))) {
            assertThatExceptionOfType(HistoryAccessException.class)
                    .isThrownBy(look)
                    .withMessageContaining("the history is in the schema 'app', which the session may not use");
        }
        assertThat(fixture.database.tables()).doesNotContain("migrations_revision");
    }

    @Test
    void anAppendOnlyJournalRefusesEverybodyAndServesEveryAction() {
        fixture.migrator().upgrade("head");
        fixture.with(settings -> settings.appendOnlyJournal(true))
                .script("002_more.sql", "SELECT 1;\n-- Downgrade\nSELECT 1;\n");
        fixture.migrator().upgrade("head");
        for (String change : new String[] {
            "UPDATE migrations_journal SET message = 'x'",
            "DELETE FROM migrations_journal WHERE false",
            "TRUNCATE migrations_journal",
            "SET session_replication_role = replica; DELETE FROM migrations_journal"
        }) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> JdbcClient.create(fixture.database.dataSource())
                            .sql(change)
                            .update())
                    .withMessageContaining("the journal of migrations, is only appended to");
        }

        fixture.script("003_failing.sql", "SELECT 1 / 0;");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
        fixture.script("003_failing.sql", "-- Transactional: false\nSELECT 1; VACUUM;\n-- Downgrade\nSELECT 1;\n");
        fixture.migrator().upgrade("head");
        fixture.migrator().downgrade("002");
        fixture.migrator().stamp(List.of("001"), false);
        fixture.script("001_one.sql", "SELECT 11;");
        Migrator migrator = fixture.migrator();
        migrator.repair(migrator.planRepair(List.of()), null);
        assertThat(migrator.verifyJournal().broken()).isNull();
    }

    @Test
    void withTablesOfAnOwnerThatMayDoMore() {
        fixture.migrator().upgrade("head");
        String owner = "owner_" + fixture.database.name();
        fixture.database.execute("CREATE ROLE %1$s; GRANT postgres TO %1$s".formatted(owner));
        try {
            for (String table : new String[] {"migrations_revision", "migrations_journal"}) {
                fixture.database.execute("ALTER TABLE %s OWNER TO %s".formatted(table, owner));
            }
            fixture.with(settings -> settings.appendOnlyJournal(true)).script("002_more.sql", "SELECT 1;");

            theRemediesHelp();

            assertThat(fixture.database
                            .jdbc()
                            .sql("SELECT pg_has_role(?, 'postgres', 'MEMBER')")
                            .param(user.name())
                            .query(Boolean.class)
                            .single())
                    .isFalse();
        } finally {
            fixture.database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(owner));
        }
    }

    private void theRemediesHelp() {
        HistoryAccessException refused = catchThrowableOfType(
                HistoryAccessException.class,
                () -> fixture.migrator(user.dataSource()).upgrade("head"));

        refused.remedies().forEach(fixture.database::execute);

        fixture.migrator(user.dataSource()).upgrade("head");
        assertThat(fixture.migrator().status().pending()).isZero();
    }
}
