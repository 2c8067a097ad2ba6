/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a script puts off to its end, where that changes the session as well. */
@DatabaseTest
class DeferredConstraintsIntegrationTests {

    private MigratorFixture fixture;

    @BeforeEach
    void prepare(TestDatabase database, @TempDir Path folder) {
        fixture = new MigratorFixture(database, folder);
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void ofATemporaryTable(LockMode mode) {
        fixture.lockMode(mode).script("001_temporary.sql", """
                SET work_mem = '8MB';
                CREATE TEMP TABLE parent (id int PRIMARY KEY);
                CREATE TEMP TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO child VALUES (1); INSERT INTO parent VALUES (1);""");

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void aTriggerRunsWithTheScriptsSettings(LockMode mode) {
        fixture.lockMode(mode).script("001_trigger.sql", """
                CREATE SCHEMA app;
                SET search_path = app;
                CREATE TABLE seen (path text); CREATE TABLE orders (id int);
                CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN INSERT INTO seen VALUES (current_setting('search_path')); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER note AFTER INSERT ON orders DEFERRABLE INITIALLY DEFERRED
                  FOR EACH ROW EXECUTE FUNCTION note();
                INSERT INTO orders VALUES (1);""");

        fixture.migrator().upgrade("head");

        assertThat(fixture.database
                        .jdbc()
                        .sql("SELECT path FROM app.seen")
                        .query(String.class)
                        .list())
                .containsExactly("app");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void oneThatDoesNotHoldFailsTheRevision(LockMode mode) {
        fixture.lockMode(mode).script("001_broken.sql", """
                SET work_mem = '8MB';
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE child (id int REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                INSERT INTO child VALUES (1);""");

        RevisionFailedException failed = catchThrowableOfType(
                RevisionFailedException.class, () -> fixture.migrator().upgrade("head"));

        assertThat(failed.failure().sqlState()).isEqualTo("23503");
        assertThat(failed.failure().statement()).isEqualTo("COMMIT");
        assertThat(fixture.journalWords()).containsExactly("upgrade 001 failed");
        assertThat(fixture.database.tables()).doesNotContain("parent", "child");
    }

    @ParameterizedTest
    @EnumSource(LockMode.class)
    void theNextRevisionOfTheSameTransactionMayPutOffAsWell(LockMode mode) {
        fixture.lockMode(mode)
                .transactionPer(TransactionPer.RUN)
                .script("001_tables.sql", """
                        SET work_mem = '8MB';
                        CREATE TABLE parent (id int PRIMARY KEY);
                        CREATE TABLE child (id int CONSTRAINT "odd: name?" REFERENCES parent DEFERRABLE INITIALLY DEFERRED);
                        INSERT INTO child VALUES (1); INSERT INTO parent VALUES (1);""")
                .script("002_rows.sql", "INSERT INTO child VALUES (2); INSERT INTO parent VALUES (2);");

        fixture.migrator().upgrade("head");

        assertThat(fixture.applied()).containsExactly("001", "002");
    }
}
