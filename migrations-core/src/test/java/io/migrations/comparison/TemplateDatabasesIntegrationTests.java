/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.migrations.engine.MigratorSettings;
import io.migrations.engine.RevisionFailedException;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class TemplateDatabasesIntegrationTests {

    /** Every run of it leaves another id. */
    private static ScratchFixture fixture(TestDatabase database, Path folder) {
        return new ScratchFixture(database, folder).script("001_run.sql", """
                        -- Upgrade
                        CREATE TABLE run AS SELECT gen_random_uuid() AS id;
                        -- Downgrade
                        DROP TABLE run;
                        """);
    }

    private static TemplateDatabases databases(ScratchFixture fixture) {
        TestDatabase database = fixture.database();
        return TemplateDatabases.beside(database.url(), database.username(), database.password());
    }

    private static MigratedCopy copy(ScratchFixture fixture) {
        return databases(fixture).copy(fixture.migrator());
    }

    private static List<String> named(TestDatabase database, String beginning) {
        return database.jdbc()
                .sql("SELECT datname FROM pg_database WHERE starts_with(datname::text, ?)")
                .param(beginning)
                .query(String.class)
                .list();
    }

    private static List<String> templates(TestDatabase database) {
        long oid = database.jdbc()
                .sql("SELECT oid::bigint FROM pg_database WHERE datname = current_database()")
                .query(Long.class)
                .single();
        return named(database, "migrations_template_%08x_".formatted(oid));
    }

    @Test
    void theSecondUseRunsNoMigrations(TestDatabase database, @TempDir Path folder) {
        var fixture = fixture(database, folder);
        try (MigratedCopy first = copy(fixture);
                MigratedCopy second = copy(fixture)) {
            assertThat(second.template()).isEqualTo(first.template());
            assertThat(second.name()).isNotEqualTo(first.name()).startsWith("migrations_copy_");
            assertThat(second.url()).endsWith("/" + second.name());
            assertThat(CopyProcess.run(second)).isEqualTo(CopyProcess.run(first));
            assertThat(fixture.migrator()
                            .on(second.dataSource(), scripts -> scripts)
                            .validate(List.of("heads"))
                            .steps())
                    .isEmpty();

            JdbcClient.create(first.dataSource()).sql("DELETE FROM run").update();
            assertThat(CopyProcess.run(second)).isNotEmpty();
            assertThat(named(database, first.name())).hasSize(1);
        }
        assertThat(named(database, "migrations_copy_")).isEmpty();
        assertThat(templates(database)).hasSize(1);
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void whateverChangesMakesAnotherTemplate(TestDatabase database, @TempDir Path folder) {
        List<String> made = new ArrayList<>();
        var fixture = fixture(database, folder);
        List<Runnable> changes = List.of(
                () -> {},
                () -> fixture.script("002_more.sql", "CREATE TABLE more (id int);"),
                () -> fixture.script("002_more.sql", "CREATE TABLE more (id bigint);"),
                () -> fixture.script("repeatable/all.sql", "CREATE OR REPLACE VIEW every AS SELECT * FROM more;"),
                () -> fixture.script("repeatable/all.sql", "CREATE OR REPLACE VIEW every AS SELECT id FROM more;"),
                () -> fixture.script("after_upgrade.sql", "SELECT 1;"),
                () -> database.execute("ALTER DATABASE %s SET work_mem = '5MB'".formatted(database.name())));
        for (Runnable change : changes) {
            change.run();
            try (MigratedCopy copy = copy(fixture)) {
                made.add(copy.template());
            }
        }

        assertThat(made).doesNotHaveDuplicates();
        // The newest stay, and no more.
        assertThat(templates(database))
                .containsExactlyInAnyOrderElementsOf(made.subList(made.size() - OldTemplates.KEPT, made.size()));
    }

    @Test
    void whatIsInUseIsNotDroppedHoweverOldItIs(TestDatabase database, @TempDir Path folder) {
        var fixture = fixture(database, folder);
        try (MigratedCopy used = copy(fixture)) {
            for (int i = 0; i < OldTemplates.KEPT + 1; i++) {
                fixture.script("002_more.sql", "CREATE TABLE more_%d (id int);".formatted(i));
                copy(fixture).close();
            }
            assertThat(templates(database)).contains(used.template()).hasSize(OldTemplates.KEPT + 1);
        }
    }

    @Test
    void theTemplatesOfADatabaseThatIsGoneGo(TestDatabase database, @TempDir Path folder) {
        List<String> orphans;
        try (TestDatabase gone = TestDatabase.create()) {
            copy(fixture(gone, folder)).close();
            orphans = templates(gone);
        }
        assertThat(named(database, orphans.get(0))).hasSize(1);
        copy(fixture(database, folder)).close();
        assertThat(named(database, orphans.get(0))).isEmpty();
    }

    @Test
    void threadsAndProcessesAtOnceMakeOneTemplate(TestDatabase database, @TempDir Path folder) throws Exception {
        var fixture = fixture(database, folder);
        List<Process> processes = List.of(CopyProcess.start(database, folder), CopyProcess.start(database, folder));
        List<CompletableFuture<String>> threads = Stream.generate(() -> CompletableFuture.supplyAsync(() -> {
                    try (MigratedCopy copy = copy(fixture)) {
                        return CopyProcess.run(copy);
                    }
                }))
                .limit(2)
                .toList();

        List<String> runs = new ArrayList<>();
        for (Process process : processes) {
            runs.add(process.inputReader().readLine());
            assertThat(process.waitFor()).isZero();
        }
        threads.forEach(thread -> runs.add(thread.join()));
        assertThat(Set.copyOf(runs)).hasSize(1).doesNotContainNull();
        assertThat(templates(database)).hasSize(1);
        assertThat(named(database, "migrations_copy_")).isEmpty();
    }

    @Test
    void whatAKilledProcessHasHalfMadeIsNotUsed(TestDatabase database, @TempDir Path folder) throws Exception {
        var fixture = fixture(database, folder).script("002_waits.sql", """
                        DO $$
                        BEGIN
                          WHILE EXISTS (SELECT FROM pg_stat_activity WHERE application_name = '%s') LOOP
                            PERFORM pg_sleep(0.05);
                            PERFORM pg_stat_clear_snapshot();
                          END LOOP;
                        END $$;
                        """.formatted(database.name()));
        Process process;
        try (Connection obstacle = database.dataSource().getConnection()) {
            obstacle.setClientInfo("ApplicationName", database.name());
            process = CopyProcess.start(database, folder);
            await(() -> database.jdbc()
                    .sql("SELECT EXISTS (SELECT FROM pg_stat_activity WHERE query LIKE '%pg_stat_clear_snapshot%'"
                            + " AND starts_with(datname::text, 'migrations_template_') AND state = 'active')")
                    .query(Boolean.class)
                    .single());
            process.destroyForcibly().waitFor();
            assertThat(templates(database)).hasSize(1);
        }

        try (MigratedCopy copy = copy(fixture)) {
            assertThat(CopyProcess.run(copy)).isNotEmpty();
            assertThat(templates(database)).containsExactly(copy.template());
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; !condition.getAsBoolean(); i++) {
            assertThat(i).as("tries").isLessThan(600);
            Thread.sleep(50);
        }
    }

    @Test
    void whatIsThereUnderTheNameOfATemplateAndIsNotReadyIsNotUsed(TestDatabase database, @TempDir Path folder)
            throws SQLException {
        var fixture = fixture(database, folder);
        String template;
        try (MigratedCopy copy = copy(fixture)) {
            template = copy.template();
        }
        database.execute("ALTER DATABASE %s WITH IS_TEMPLATE false".formatted(template));
        database.execute("DROP DATABASE " + template);
        database.execute("CREATE DATABASE %s TEMPLATE template0".formatted(template));

        try (MigratedCopy copy = copy(fixture)) {
            assertThat(copy.template()).isEqualTo(template);
            assertThat(CopyProcess.run(copy)).isNotEmpty();
        }
    }

    @Test
    void aFailedMigrationLeavesNothing(TestDatabase database, @TempDir Path folder) {
        var fixture = fixture(database, folder).script("002_role.sql", "CREATE ROLE left_behind;");

        assertThatExceptionOfType(RevisionFailedException.class)
                .isThrownBy(() -> copy(fixture))
                .withMessageContaining("migrations.scratch.server-wide");
        assertThat(templates(database)).isEmpty();
        assertThat(named(database, "migrations_copy_")).isEmpty();
        assertThatThrownBy(() -> databases(fixture).copy(fixture.migrator(), List.of("heads"), "postgres"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theRoleOfTheMigrationsOwnsTheCopy(TestDatabase database, @TempDir Path folder) {
        String user = "user_" + database.name();
        String role = "role_" + database.name();
        database.execute("CREATE ROLE %s LOGIN CREATEDB NOINHERIT PASSWORD 'x'".formatted(user));
        database.execute("CREATE ROLE %s IN ROLE pg_monitor".formatted(role));
        database.execute("GRANT %s TO %s".formatted(role, user));
        var fixture = fixture(database, folder);
        var migrator =
                fixture.migrator(MigratorSettings.defaults().but().role(role).build());
        var databases = TemplateDatabases.beside(database.url(), user, "x");
        try (MigratedCopy first = databases.copy(migrator);
                MigratedCopy second = databases.copy(migrator)) {
            assertThat(second.template()).isEqualTo(first.template());
            assertThat(database.jdbc()
                            .sql("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ?")
                            .param(second.name())
                            .query(String.class)
                            .single())
                    .isEqualTo(role);
        } finally {
            templates(database).forEach(template -> {
                database.execute("ALTER DATABASE %s WITH IS_TEMPLATE false".formatted(template));
                database.execute("DROP DATABASE " + template);
            });
            database.execute("DROP ROLE %s, %s".formatted(user, role));
        }
        assertThat(named(database, "migrations_copy_")).isEmpty();
    }
}
