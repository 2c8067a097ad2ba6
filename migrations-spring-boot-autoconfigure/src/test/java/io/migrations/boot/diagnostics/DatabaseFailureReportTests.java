/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.boot.autoconfigure.MigrationsDataSource;
import io.migrations.test.DatabaseTest;
import io.migrations.test.PgBouncer;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a person at a terminal reads about a database that is not as expected. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class DatabaseFailureReportTests {

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
    void severalDataSources(CapturedOutput output) {
        assertThat(application.configuredBy(TwoDataSources.class).report(output))
                .contains("There are these beans:", "    orders\n    billing")
                .contains("@MigrationsDataSource ", "@Primary ", "defaultCandidate = false", "migrations.url ");
    }

    @Test
    void noServer(CapturedOutput output) {
        application
                .with("spring.datasource.url=jdbc:postgresql://someone@localhost:1/app?password=secret")
                .with("migrations.url=jdbc:postgresql://localhost:1/app?password=secret&user=someone");

        assertThat(application.report(output))
                .contains("migrations.url   jdbc:postgresql://localhost:1/app\n", "SQLSTATE         08001", AS_IT_WAS)
                .contains("Check that the server runs and can be reached from here");
        assertThat(output.getAll()).doesNotContain("secret", "someone");
    }

    @Test
    void noServerOfAnInstance(CapturedOutput output) {
        application
                .with("migrations.instances.shop.target=001")
                .with("migrations.instances.audit.url=jdbc:postgresql://localhost:1/audit");

        assertThat(application.report(output))
                .contains("The migrator 'audit' failed:")
                .contains("migrations.instances.audit.url   jdbc:postgresql://localhost:1/audit\n")
                .contains("\n'migrations.instances.audit.url' names it.");
    }

    @Test
    void noServerOfADataSourceOfOnesOwn(CapturedOutput output) {
        assertThat(application.configuredBy(OwnDataSource.class).report(output))
                .contains("URL of the DataSource   jdbc:postgresql://localhost:1/own\n")
                .contains("and that the url of the DataSource\nnames it.")
                .doesNotContain("spring.datasource");
    }

    @Test
    void aDataSourceThatIsNone(CapturedOutput output) {
        assertThat(application
                        .configuredBy(TwoDataSources.class)
                        .with("migrations.instances.audit.data-source=biling")
                        .report(output))
                .contains("'audit' cannot be had. There is no DataSource 'biling'.", "'orders', 'billing'")
                .contains("Correct 'data-source'");
    }

    @Test
    void aUserThatIsNotLetIn(TestDatabase database, CapturedOutput output) {
        String unknown = "nobody_" + database.name();
        application.with("migrations.instances.audit.username=" + unknown);

        assertThat(application.report(output))
                .contains("spring.datasource.url   " + database.url(), "role \"%s\" does not exist".formatted(unknown))
                .contains("Check 'migrations.instances.audit.username' and 'migrations.instances.audit.password'");
    }

    @Test
    void aDatabaseThatTakesNoWrites(TestDatabase database, CapturedOutput output) {
        database.execute("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(database.name()));

        assertThat(application.report(output))
                .contains("'default_transaction_read_only' is on", "Set by   database")
                .contains(
                        "    SET default_transaction_read_only = off;\n    ALTER ROLE ",
                        " IN DATABASE " + database.name())
                .contains("'migrations.username'", "'migrations.startup.mode' set to 'wait'");
    }

    @Test
    void aRepeatableScriptThatFails(CapturedOutput output) {
        assertThat(application
                        .script("repeatable/totals.sql", "CREATE VIEW totals AS\n  SELECT total FROM orders;\n")
                        .report(output))
                .contains("Repeatable script 'totals' failed in ", "totals.sql, line 2, column 10:")
                .contains("SELECT total FROM orders", "column \"total\" does not exist", "42703")
                .contains("Nothing of repeatable script 'totals' was kept")
                .contains("totals.sql and try again.");
    }

    @Test
    void aWrongDatabase(TestDatabase database, CapturedOutput output) {
        assertThat(application
                        .with("spring.datasource.url=" + database.url() + "_nope")
                        .report(output))
                .contains("_nope\" does not exist", "SQLSTATE", "3D000", AS_IT_WAS)
                .contains("Create the database, or correct its name in 'spring.datasource.url'.");
    }

    @Test
    void aUrlWithUserInfo(CapturedOutput output) {
        application.with("migrations.url=jdbc:postgresql://someone:secret@host/db?password=secret&user=someone");

        assertThat(application.report(output)).contains("    jdbc:postgresql://host/db\n", "'migrations.username'");
        assertThat(output.getAll()).doesNotContain("secret", "someone");
    }

    @Test
    void aHeldMigrationLock(TestDatabase database, CapturedOutput output) throws Exception {
        application.start().script("002_slow.sql", "SELECT pg_sleep(3);");
        var other = new Thread(() -> application.start());
        other.start();
        Awaitility.await()
                .until(() -> database.jdbc()
                        .sql(
                                "SELECT EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE '%pg_sleep(3)%' AND pid <> pg_backend_pid())")
                        .query(Boolean.class)
                        .single());

        assertThat(application.with("migrations.lock.timeout=200ms").report(output))
                .contains("Another process held the migration lock", "Process id", "active for")
                .contains("SELECT pg_terminate_backend(");
        other.join();
    }

    @Test
    void aPoolerThatSharesItsSessions(TestDatabase database, @TempDir Path poolersFolder, CapturedOutput output) {
        try (var pooler = PgBouncer.start(database, poolersFolder, "transaction", 2)) {
            assertThat(application.with("spring.datasource.url=" + pooler.url()).report(output))
                    .contains("gives its clients another server session for", AS_IT_WAS)
                    .contains("    migrations.url=", "    migrations.username=", "    migrations.password=")
                    .contains("set 'migrations.lock.mode' to 'transaction'");
        }
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void aScriptThatReleasesTheMigrationLock(CapturedOutput output) {
        application
                .script("002_release.sql", "SELECT pg_advisory_unlock_all();")
                .script("003_more.sql", "SELECT 1;");

        assertThat(application.report(output))
                .contains("does not hold the migration lock", "A script must not release advisory locks")
                .doesNotContain("pg_terminate_backend");
    }

    @Test
    void aLockedTable(TestDatabase database, CapturedOutput output) throws Exception {
        application.start().script("002_notes.sql", "ALTER TABLE orders ADD COLUMN notes text;");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE orders");

            assertThat(application
                            .with("migrations.lock-timeout=50ms", "migrations.retry.max-attempts=2")
                            .report(output))
                    .contains("SQLSTATE     55P03", "Blocked by   pid", "Attempts     2")
                    .contains("Nothing of revision '002' was kept. No other revision was applied.")
                    .contains("Other sessions stood in the way, 2 times.");
        }
    }

    @Test
    void noRightToKeepTheHistory(TestDatabase database, CapturedOutput output) {
        String role = "reader_" + database.name();
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
        // Until PostgreSQL 14 everybody may create tables in 'public'.
        database.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        try {
            assertThat(application
                            .with("migrations.username=" + role, "migrations.password=secret")
                            .report(output))
                    .contains("Message   permission denied for schema public\n")
                    .contains("GRANT USAGE, CREATE ON SCHEMA \"public\" TO \"" + role + "\";");
        } finally {
            database.execute("DROP ROLE " + role);
        }
    }

    @Test
    void aRoleThatTheUserIsNoMemberOf(TestDatabase database, CapturedOutput output) {
        String role = "member_" + database.name();
        database.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
        try {
            assertThat(application
                            .with("migrations.username=" + role, "migrations.password=secret")
                            .with("migrations.role=" + database.username())
                            .report(output))
                    .contains("User '%s' is no member of role".formatted(role), AS_IT_WAS)
                    .contains("    GRANT \"%s\" TO \"%s\";".formatted(database.username(), role));
            assertThat(application.with("migrations.role=nobody").report(output))
                    .contains("There is no role 'nobody'", "    CREATE ROLE \"nobody\";");
        } finally {
            database.execute("DROP ROLE " + role);
        }
    }

    @Test
    void aRevisionWhoseUserLacksARight(TestDatabase database, CapturedOutput output) {
        application.start().script("002_fill.sql", "INSERT INTO orders VALUES (1);");
        String role = "writer_" + database.name();
        database.execute(
                "CREATE ROLE %1$s LOGIN PASSWORD 'secret'; GRANT USAGE ON SCHEMA public TO %1$s".formatted(role));
        database.execute("GRANT ALL ON migrations_revision, migrations_journal TO " + role);
        try {
            assertThat(application
                            .with("migrations.username=" + role, "migrations.password=secret")
                            .report(output))
                    .contains("permission denied for table orders", "A right is missing.")
                    .contains("    GRANT INSERT ON TABLE public.orders TO \"%s\";".formatted(role));
        } finally {
            database.execute("DROP OWNED BY %1$s; DROP ROLE %1$s".formatted(role));
        }
    }

    @Test
    void aStatementThatTookTooLong(CapturedOutput output) {
        assertThat(application
                        .script("002_slow.sql", "SELECT pg_sleep(20);")
                        .with("migrations.statement-timeout=100ms")
                        .report(output))
                .contains("SQLSTATE   57014", "which is 100ms, from the property")
                .contains("raise 'migrations.statement-timeout'", "    SET statement_timeout = '1h';", "Otherwise:");
    }

    @Test
    void aSessionThatSomebodyEnded(CapturedOutput output) {
        application.script("002_ended.sql", "SELECT pg_terminate_backend(pg_backend_pid());");

        assertThat(application.report(output))
                .contains("SQLSTATE   57P01", "Nothing of revision '002' was kept.")
                .contains("Somebody ended the session, with pg_terminate_backend", "Try again once the server answers.")
                .doesNotContain("Correct");
    }

    @Test
    void aStatementThatSomebodyCancelled(CapturedOutput output) {
        application.script("002_cancelled.sql", "SELECT pg_cancel_backend(pg_backend_pid());");

        assertThat(application.report(output))
                .contains("SQLSTATE   57014", "Somebody cancelled the statement. Try again.")
                .doesNotContain("SET statement_timeout");
    }

    @Test
    void aHookAndARepeatableScriptOfASessionThatSomebodyEnded(CapturedOutput output) {
        String ended = "SELECT pg_terminate_backend(pg_backend_pid());";

        assertThat(application.script("before_upgrade.sql", ended).report(output))
                .contains("Somebody ended the session")
                .doesNotContain("Correct");
        assertThat(application
                        .without("before_upgrade.sql")
                        .script("repeatable/totals.sql", ended + " CREATE VIEW totals AS SELECT 1 AS a;")
                        .report(output))
                .contains("Somebody ended the session")
                .doesNotContain("Correct");
    }

    @Test
    void anotherProduct(CapturedOutput output) {
        application.with(
                "spring.datasource.url=jdbc:h2:mem:report",
                "spring.datasource.username=",
                "spring.datasource.password=");

        assertThat(application.report(output))
                .contains("The database to migrate is H2 2.", AS_IT_WAS)
                .contains("@AutoConfigureTestDatabase(replace = Replace.NONE)");
    }

    @Test
    void aDatabaseThatWentAnotherWay(CapturedOutput output) {
        application
                .script("002_theirs.sql", "SELECT 1;")
                .start()
                .without("002_theirs.sql")
                .script("003_ours.sql", "SELECT 1;");

        assertThat(application.report(output))
                .contains("    Applied, unknown here   '002'\n    Pending here            '003'")
                .contains("migrations downgrade <target>", "with the text that the database keeps");
    }

    @Test
    void pendingRevisionsOfAnotherProcess(CapturedOutput output) {
        assertThat(application.with("migrations.startup.mode=validate").report(output))
                .contains("These revisions are pending: '001'.", "The startup mode is 'validate'")
                .contains("set 'migrations.startup.mode' to 'upgrade'");
        assertThat(application
                        .with("migrations.startup.mode=wait", "migrations.startup.wait-timeout=10ms")
                        .report(output))
                .contains("The startup mode is 'wait'", "(10 ms)", "'migrations.startup.wait-timeout'");
        assertThat(application
                        .with("migrations.instances.one.startup.mode=wait")
                        .with("migrations.instances.one.startup.wait-timeout=10ms")
                        .with("migrations.startup.mode=validate")
                        .report(output))
                .contains("The startup mode is 'wait'");
    }

    @Test
    void aTargetThatIsNone(CapturedOutput output) {
        assertThat(application.with("migrations.target=nope").report(output))
                .contains("Target 'nope' is no revision of this build; its heads are '001'.", "'migrations.target'");
        assertThat(application.with("migrations.target=").report(output))
                .contains("The target is empty", "'migrations.target'");
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(MigrationsAutoConfiguration.class)
    static class OwnDataSource {

        @Bean
        @MigrationsDataSource
        DataSource own() {
            return new DriverManagerDataSource("jdbc:postgresql://localhost:1/own");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration(MigrationsAutoConfiguration.class)
    static class TwoDataSources {

        @Bean
        DataSource orders() {
            return new DriverManagerDataSource();
        }

        @Bean
        DataSource billing() {
            return new DriverManagerDataSource();
        }
    }
}
