/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a person at a terminal reads about a fault in the scripts. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class ScriptFailureReportTests {

    private static final String AS_IT_WAS = "Nothing was run: the database is as it was.";

    private FailingApplication application;

    @BeforeEach
    void setUp(TestDatabase database, @TempDir Path folder) {
        application = new FailingApplication(database, folder)
                .script("001_create_orders.sql", "CREATE TABLE orders (id int PRIMARY KEY);\n");
    }

    @AfterEach
    void noSentenceIsTooWide(CapturedOutput output) {
        String all = output.getAll();
        assertThat(all.substring(all.lastIndexOf("Description:")).lines().filter(line -> !line.contains("/")))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
    }

    @Test
    void aFailedStatement(CapturedOutput output) {
        application.script(
                "002_add_notes.sql",
                "ALTER TABLE orders ADD COLUMN notes text;\n\nINSERT INTO orders\n  VALUES (nonsense);\n");

        assertThat(application.report(output)).isEqualTo("""
                Description:

                Revision '002' failed in db/scripts/002_add_notes.sql, line 4, column 11:

                      VALUES (nonsense)
                              ^

                    Message    column "nonsense" does not exist
                    SQLSTATE   42703

                Nothing of revision '002' was kept. Before it, this run applied '001'; that is committed.

                Action:

                Correct db/scripts/002_add_notes.sql and try again: nothing of it is applied, so it may still be
                edited.""");
    }

    @Test
    void aFailedStatementWithDetail(CapturedOutput output) {
        application.script("002_fill.sql", "INSERT INTO orders VALUES (1), (1);\n");

        assertThat(application.report(output))
                .contains("    Detail     Key (id)=(1) already exists.", "    SQLSTATE   23505");
    }

    @Test
    void aFailedStatementOutsideATransactionAndAnEditOfIt(CapturedOutput output) {
        String start = "-- Transactional: false\n\nINSERT INTO orders VALUES (1);\nCREATE INDEX CONCURRENTLY ";
        application.script("002_index.sql", start + "orders_nope ON orders (nope);\n");

        assertThat(application.report(output))
                .contains("Revision '002' runs outside a transaction: its first statement took effect and will not run")
                .contains("Correct db/scripts/002_index.sql from its statement 2 on, or remove the cause");

        application.script("002_index.sql", start.replace("(1)", "(2)") + "orders_id ON orders (id);\n");

        assertThat(application.report(output))
                .contains("The upgrade of revision '002' stopped half-way in an earlier run.")
                .contains("its first", "statement took effect and will not run again.")
                .contains("Put the text of those statements back and try again.");
    }

    @Test
    void aBlockThatFailedAfterItHadCommitted(CapturedOutput output) {
        application.script(
                "002_fill.sql",
                "-- Transactional: false\n\nDO $$ BEGIN INSERT INTO orders VALUES (1); COMMIT; RAISE 'half'; END $$;\n");

        assertThat(application.report(output))
                .contains("what its first statement had committed")
                .contains("Statement 1 of revision '002' may have committed a part of its work")
                .contains("migrations repair 002 --as applied", "migrations repair 002 --as pending");

        assertThat(application.report(output))
                .contains("The upgrade of revision '002' stopped half-way in an earlier run.")
                .contains("It was in the middle of statement 1")
                .contains("It is not run again by itself")
                .doesNotContain("its first");
    }

    @Test
    void aProcedureThatEndsTransactionsItself(CapturedOutput output) {
        application.script("002_fill.sql", """
                CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO orders VALUES (1); COMMIT; END $$;
                CALL fill();
                """);

        assertThat(application.report(output))
                .contains("SQLSTATE   2D000", "ends transactions itself, which it cannot do inside of another")
                .contains("    -- Transactional: false\n", "Nothing of revision '002' was kept.");
    }

    @Test
    void aFailedHookBeforeTheRun(CapturedOutput output) {
        application.script("before_upgrade.sql", "SELECT 1;\nSELECT nonsense;\n");

        assertThat(application.report(output)).isEqualTo("""
                Description:

                A hook of the run failed in db/scripts/before_upgrade.sql, line 2, column 8:

                    SELECT nonsense
                           ^

                    Message    column "nonsense" does not exist
                    SQLSTATE   42703

                Nothing of it was kept. This run completed no revision.

                Action:

                Correct db/scripts/before_upgrade.sql, or remove the cause in the database, and try again: it
                runs again then.""");
    }

    @Test
    void aFailedHookAfterTheRun(CapturedOutput output) {
        application.script("after_upgrade.sql", "SELECT nonsense;\n");

        assertThat(application.report(output))
                .contains("This run completed '001', which was all that it had to do; that")
                .contains("The database is at its target, so the next start has nothing to do, and does not run");
        application.start();
    }

    @Test
    void aFailedHookAroundARevision(CapturedOutput output) {
        application.script("after_each_upgrade.sql", "SELECT nonsense;\n");

        assertThat(application.report(output))
                .contains("A hook around revision '001' failed in db/scripts/after_each_upgrade.sql, line 1, column 8:")
                .contains("Nothing of it or of revision '001' was kept. This run completed no revision.");
    }

    @Test
    void aPlaceholderThatNobodyDeclared(CapturedOutput output) {
        application.script("002_grant.sql", "GRANT SELECT ON orders TO a_${reader};\n");

        assertThat(application.report(output))
                .contains("'${reader}' was sent as it is, because no placeholder is declared.")
                .contains("    migrations.placeholders.reader=...");
    }

    @Test
    void placeholdersInQuotes(CapturedOutput output) {
        application
                .with("migrations.placeholders.reader=it's me", "migrations.placeholders-in-quotes=true")
                .script("002_comment.sql", "COMMENT ON TABLE orders IS 'read by ${reader}';\n")
                .start()
                .script("003_more.sql", "COMMENT ON TABLE orders IS 'read by ${redaer}';\n");

        assertThat(application.report(output))
                .contains("db/scripts/003_more.sql:1:37   Placeholder 'redaer' is not declared; known are ['reader'].");
    }

    @Test
    void aFirstRevisionOnADatabaseThatWasMadeOtherwise(TestDatabase database, CapturedOutput output) {
        database.execute("CREATE TABLE orders (id int PRIMARY KEY)");

        assertThat(application.report(output))
                .contains("Nothing is recorded as applied, and some of what revision '001' makes is there already.")
                .contains("    migrations stamp 001\n");
    }

    @Test
    void aLaterRevisionThatMakesWhatIsThereIsNoCaseForAStamp(CapturedOutput output) {
        application.start().script("002_again.sql", "CREATE TABLE orders ();\n");

        assertThat(application.report(output)).contains("42P07").doesNotContain("stamp");
    }

    @Test
    void everyFaultOfTheScripts(CapturedOutput output) {
        application
                .script("002_add_notes.sql", "-- Revises: 00l\n\nALTER TABLE orders ADD COLUMN notes text;\n")
                .script("003_empty.sql", "-- nothing\n")
                .script("004_quote.sql", "SELECT 1;\nSELECT 'open;\n");

        assertThat(application.report(output)).isEqualTo("""
                Description:

                The scripts have 3 faults:

                    db/scripts/002_add_notes.sql:1   Revision '002' refers to the unknown parent '00l'.
                                                     Add the missing file, or correct 'Revises'; known heads are
                                                     ['004'].
                    db/scripts/003_empty.sql:1       The upgrade is empty.
                                                     Write its statements, or delete the file.
                    db/scripts/004_quote.sql:2:8     This string constant is never closed.
                                                     Close it, or remove what opens it.

                Nothing was run: the database is as it was.

                Action:

                Correct the scripts as each line says, then try again. These are all the faults there are.""");
    }

    @Test
    void aModifiedRevision(CapturedOutput output) {
        application.start().script("001_create_orders.sql", "CREATE TABLE orders (\n  id bigint PRIMARY KEY\n);\n");

        assertThat(application.report(output)).isEqualTo("""
                Description:

                Revision '001' was applied, and db/scripts/001_create_orders.sql says something else now:

                    - CREATE TABLE orders (id int PRIMARY KEY);
                    + CREATE TABLE orders (
                    +   id bigint PRIMARY KEY
                    + );

                '-' is what ran, '+' what the script says. Layout and comments do not count. Nothing was run:
                the database is as it was.

                Action:

                Put back the text that ran, and make the change in a new revision.

                Or, if the database is as the scripts say now, accept them:

                    java -jar <application>.jar migrations repair 001""");
    }

    @Test
    void severalHeads(CapturedOutput output) {
        application
                .script("002_notes.sql", "-- Revises: 001\n\nSELECT 1;\n")
                .script("003_billing.sql", "-- Revises: 001\n\nSELECT 1;\n");

        assertThat(application.report(output)).isEqualTo("""
                Description:

                Target 'head' means one head, and the revisions have 2:

                    '002'   db/scripts/002_notes.sql
                    '003'   db/scripts/003_billing.sql

                Nothing was run: the database is as it was.

                Action:

                If one should come after the other, name it in the header of the later script:

                    -- Revises: 002

                If they are independent, 'migrations merge' writes the script that joins them; it holds this
                header:

                    -- Revises: 002, 003

                If they should stay apart, set 'migrations.target' to 'heads'.""");
    }

    @Test
    void noScripts(CapturedOutput output) {
        assertThat(application.with("migrations.locations=classpath:db/none").report(output))
                .contains("There are no scripts in 'classpath:db/none'.", AS_IT_WAS, "'001_create_orders.sql'");
    }

    @Test
    void aTransactionWhereNoneCanBe(CapturedOutput output) {
        application.script("002_index.sql", "CREATE INDEX CONCURRENTLY orders_id ON orders (id);\n");

        assertThat(application.with("migrations.transaction-per=run").report(output))
                .contains("Revisions '002' hold statements that cannot run in a transaction")
                .contains("Set 'migrations.transaction-per' to 'revision'")
                .doesNotContain("lock.mode");
        String pooled = application
                .with("migrations.transaction-per=revision", "migrations.lock.mode=transaction")
                .report(output);
        assertThat(pooled)
                .contains("    migrations.url=", "    migrations.username=", "    migrations.lock.mode=session")
                .doesNotContain("transaction-per");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        MigrationsAutoConfiguration.class
    })
    static class Cyclic {

        @RevisionHeader(id = "002")
        record FillOrders(JdbcTemplate template) implements JavaRevision {
            @Override
            public void upgrade(Operations op) {
                op.renameTable("orders", "trades");
            }
        }

        @Bean
        FillOrders fillOrders(JdbcTemplate template) {
            return new FillOrders(template);
        }
    }

    @Test
    void aRevisionThatNeedsWhatWaitsForTheMigration(CapturedOutput output) {
        assertThat(application.configuredBy(Cyclic.class).report(output)).isEqualTo("""
                Description:

                The bean 'fillOrders' is needed to migrate the database, and needs a bean that waits until that
                is done:

                    fillOrders
                      needs jdbcTemplate
                      needs migrationsInitializer

                Nothing was run: no database was touched.

                Action:

                Remove that dependency from 'fillOrders'. Instead of a JdbcTemplate, JdbcClient, repository or
                EntityManager, a revision uses op.jdbc(), which is on the connection that migrates. What is not
                about the database may be injected.""");
    }
}
