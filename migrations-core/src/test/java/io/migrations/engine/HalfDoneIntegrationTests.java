/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.engine.InterruptedRevisionException.Reason;
import io.migrations.history.JournalEntry;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions outside a transaction that stop half-way, and what may follow. */
@DatabaseTest
class HalfDoneIntegrationTests {

    private static final String OUTSIDE = "-- Transactional: false\n-- Upgrade\n";

    private MigratorFixture fixture;

    @BeforeEach
    void writeScripts(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder)
                .script("001_orders.sql", "CREATE TABLE orders (id int);\n-- Downgrade\nDROP TABLE orders;");
    }

    @Test
    void whatHasNotRunYetMayBeEditedAndWhatHasRunIsNotRunAgain() {
        fail(OUTSIDE + "INSERT INTO orders VALUES (1);\nINSERT INTO ordres VALUES (2);");

        fixture.script(
                "002_two.sql",
                OUTSIDE + "INSERT INTO orders  VALUES (1); -- as it was\nINSERT INTO orders VALUES (2);");
        fixture.migrator().upgrade("head");

        assertThat(ids()).isEqualTo("1,2");
        assertThat(fixture.applied()).containsExactly("001", "002");
    }

    @Test
    void whatHasRunMayNotBeEdited() {
        fail(OUTSIDE + "INSERT INTO orders VALUES (1);\nINSERT INTO ordres VALUES (2);");

        refused(OUTSIDE + "INSERT INTO orders VALUES (7);\nINSERT INTO orders VALUES (2);", Reason.EDITED);
        refused(OUTSIDE.replace("-- Upgrade\n", "") + "VACUUM", Reason.EDITED);
    }

    @Test
    void theHeaderMayNotTurnItIntoATransaction() {
        fail(OUTSIDE + "INSERT INTO orders VALUES (1);\nINSERT INTO ordres VALUES (2);");

        refused("INSERT INTO orders VALUES (1);\nINSERT INTO orders VALUES (2);", Reason.NOW_TRANSACTIONAL);
        assertThat(ids()).isEqualTo("1");
    }

    @Test
    void theGroundUnderItMayNotBePulledAway() {
        fail(OUTSIDE + "ALTER TABLE orders ADD n int;\nINSERT INTO ordres VALUES (2);");

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().downgrade("base"))
                .withMessage(
                        "The upgrade of revision '002' stopped after 1 of its statements. Finish the upgrade of '002'"
                                + " first, or say what it counts as: 'migrations repair 002 --as applied' or '--as"
                                + " pending'.");
        assertThat(fixture.migrator().status().problems())
                .contains("The upgrade of revision '002' stopped after 1 of its statements.");
    }

    @Test
    void itIsNotForgottenWithItsFile() {
        fail(OUTSIDE + "INSERT INTO orders VALUES (1);\nINSERT INTO ordres VALUES (2);");
        fixture.without("002_two.sql").script("003_more.sql", "CREATE TABLE more ();");

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNFINISHED));
    }

    @Test
    void nothingMayBeAppliedAboveAHalfDoneDowngrade() {
        fixture.script(
                "002_two.sql",
                OUTSIDE + "CREATE TABLE a (); \nCREATE TABLE b ();\n-- Downgrade\nDROP TABLE a;\nDROP TABLE nope;");
        fixture.migrator().upgrade("head");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().downgrade("001"));
        fixture.script("003_more.sql", "CREATE TABLE more ();");

        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(refused -> assertThat(refused.action()).isEqualTo("downgrade"));

        fixture.database.execute("CREATE TABLE nope ()");
        fixture.migrator().downgrade("001");
        assertThat(fixture.applied()).containsExactly("001");
    }

    @Test
    void aStatementThatTheCommitTookBackRunsAgain() {
        fixture.script("002_fk.sql", """
                CREATE TABLE p (id int PRIMARY KEY);
                CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED);
                """).script("003_two.sql", OUTSIDE + "INSERT INTO c VALUES (1);");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.statementsKept()).isZero());
        fixture.database.execute("INSERT INTO p VALUES (1)");

        fixture.migrator().upgrade("head");

        assertThat(count("SELECT count(*) FROM c")).isEqualTo(1);
    }

    @Test
    void settingsOfCompletedStatementsHoldForTheRest() {
        fixture.script(
                "002_app.sql",
                "CREATE SCHEMA app; CREATE TABLE app.t (id int); CREATE TABLE public.t (id int);"
                        + " INSERT INTO app.t VALUES (1), (1);");
        fixture.script(
                "003_two.sql", OUTSIDE + "SET search_path = app;\nCREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
        fixture.database.execute("TRUNCATE app.t");

        fixture.migrator().upgrade("head");

        assertThat(count("SELECT count(*) FROM pg_index WHERE indrelid = 'app.t'::regclass AND indisvalid"))
                .isEqualTo(1);
        assertThat(count("SELECT count(*) FROM pg_index WHERE indrelid = 'public.t'::regclass"))
                .isZero();
    }

    @Test
    void anIndexOfAnotherTableIsNeitherTakenForOursNorDropped() {
        fixture.script("002_other.sql", "CREATE TABLE other (id int); INSERT INTO other VALUES (1), (1);");
        fixture.migrator().upgrade("head");
        fixture.script("003_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY i ON other (id);");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
        fixture.script("003_index.sql", "CREATE INDEX CONCURRENTLY i ON orders (id);");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo("42P07"));
        assertThat(count("SELECT count(*) FROM pg_class WHERE relname = 'i'")).isEqualTo(1);
    }

    @Test
    void anInvalidIndexIsNotMadeDoByIfNotExists() {
        fixture.migrator().upgrade("head");
        fixture.database.execute("INSERT INTO orders VALUES (1), (1)");
        fixture.script("002_index.sql", "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS i ON orders (id);");
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"));
        fixture.script("002_index.sql", "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON orders (id);");

        fixture.migrator().upgrade("head");

        assertThat(count("SELECT count(*) FROM pg_index WHERE indexrelid = 'i'::regclass AND indisvalid AND NOT"
                        + " indisunique"))
                .isEqualTo(1);
    }

    @Test
    void aRoleThatTheScriptTakesOnDoesNotWriteTheHistory() {
        String role = "half_" + fixture.database.name();
        fixture.database.execute("CREATE ROLE %1$s; GRANT ALL ON SCHEMA public TO %1$s".formatted(role));
        try {
            fixture.script(
                    "002_role.sql", OUTSIDE + "SET ROLE %s;\nCREATE TABLE theirs ();\nVACUUM theirs;".formatted(role));

            fixture.migrator().upgrade("head");

            assertThat(count("SELECT count(*) FROM pg_tables WHERE tablename = 'theirs' AND tableowner = '%s'"
                            .formatted(role)))
                    .isEqualTo(1);
        } finally {
            fixture.database.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
        }
    }

    @Test
    void aProcedureThatCommitsRunsOutsideATransaction() {
        fixture.script("002_batches.sql", """
                CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$
                BEGIN
                  FOR i IN 1..3 LOOP INSERT INTO orders VALUES (i); COMMIT; END LOOP;
                END $$;
                """)
                .script(
                        "003_call.sql",
                        OUTSIDE + "CALL fill();\nDO $$ BEGIN INSERT INTO orders VALUES (4); COMMIT; END $$;");

        fixture.migrator().upgrade("head");

        assertThat(ids()).isEqualTo("1,2,3,4");
    }

    @Test
    void aTableThatIsInUseIsWaitedForNoLongerThanInsideATransaction() {
        fixture.migrator().upgrade("head");
        MigratorSettings base = fixture.settings();
        fixture.settings(base.but()
                        .statementLockTimeout(Duration.ofMillis(200))
                        .maxAttempts(1)
                        .build())
                .script("002_alter.sql", OUTSIDE + "ALTER TABLE orders ADD n int;");
        try (var reader = new OpenTransaction(fixture.database, "SELECT * FROM orders")) {
            assertThatExceptionOfType(RevisionFailedException.class)
                    .isThrownBy(() -> fixture.migrator().upgrade("head"))
                    .satisfies(failed -> assertThat(failed.failure().sqlState()).isEqualTo("55P03"));
        }
        assertThat(fixture.journal())
                .extracting(JournalEntry::statements)
                .last()
                .isEqualTo(0);
    }

    private void fail(String text) {
        fixture.script("002_two.sql", text);
        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(failed -> assertThat(failed.statementsKept()).isEqualTo(1));
    }

    private void refused(String text, Reason reason) {
        fixture.script("002_two.sql", text);
        assertThatExceptionOfType(InterruptedRevisionException.class)
                .isThrownBy(() -> fixture.migrator().upgrade("head"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String ids() {
        return fixture.database
                .jdbc()
                .sql("SELECT string_agg(id::text, ',' ORDER BY id) FROM orders")
                .query(String.class)
                .single();
    }

    private long count(String query) {
        return fixture.database.jdbc().sql(query).query(Long.class).single();
    }
}
