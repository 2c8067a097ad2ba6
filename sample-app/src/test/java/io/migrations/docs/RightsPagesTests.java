/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.MigrationException;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The grants of docs/how-it-runs.md and docs/verify.md: not without them, but with nothing more. */
@DatabaseTest
class RightsPagesTests {

    private static final MigratorSettings DEFAULTS = MigratorSettings.defaults();

    private static Migrator migrator(TestDatabase database, String user, String password, MigratorSettings settings) {
        return new Migrator(
                new DriverManagerDataSource(database.url(), user, password),
                new ScriptLoader(
                        List.of("classpath:docs/how-it-runs/db/migrations"),
                        RightsPagesTests.class.getClassLoader(),
                        Placeholders.none()),
                settings,
                Clock.systemUTC());
    }

    private static void run(TestDatabase database, String file) {
        Shown.of(file).statements().forEach(sql -> database.execute(sql.replace("trading ", database.name() + " ")));
    }

    @Test
    void whoRunsFirstCreatesTheTables(TestDatabase database) {
        try (var roles = Roles.in(database, "app").create()) {
            database.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            Migrator app = migrator(database, "app", "app", DEFAULTS);
            assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> app.upgrade("head"));

            run(database, "how-it-runs/first-run.sql");

            assertThat(app.upgrade("head").steps()).hasSize(2);
        }
    }

    @Test
    void whoRunsLaterWritesThem(TestDatabase database) {
        try (var roles = Roles.in(database, "app").create()) {
            migrator(database, database.username(), database.password(), DEFAULTS)
                    .upgrade("head");
            database.execute("DELETE FROM migrations_revision WHERE revision = '002'");
            database.execute("DELETE FROM migrations_repeatable");
            Migrator app = migrator(database, "app", "app", DEFAULTS);
            assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> app.upgrade("head"));

            run(database, "how-it-runs/later-runs.sql");

            assertThat(app.upgrade("head").repeatables()).hasSize(1);
        }
    }

    @Test
    void aSchemaOfItsOwnIsCreated(TestDatabase database) {
        try (var roles = Roles.in(database, "app").create()) {
            MigratorSettings apart =
                    DEFAULTS.but().tables(DEFAULTS.tables().in("history")).build();
            Migrator app = migrator(database, "app", "app", apart);
            assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> app.upgrade("head"));

            run(database, "how-it-runs/new-schema.sql");

            assertThat(app.upgrade("head").steps()).hasSize(2);
        }
    }

    @Test
    void aRoleOwnsEverything(TestDatabase database) {
        try (var made = Roles.in(database, "trading_app", "trading_owner", "trading_deployer")) {
            database.execute("CREATE ROLE trading_app LOGIN PASSWORD 'app'");
            run(database, "how-it-runs/owner.sql");
            Migrator deployer = migrator(
                    database,
                    "trading_deployer",
                    "...",
                    DEFAULTS.but().role("trading_owner").appendOnlyJournal(true).build());
            deployer.upgrade("head");
            run(database, "how-it-runs/endpoint.sql");

            assertThat(migrator(database, "trading_app", "app", DEFAULTS)
                            .status()
                            .pending())
                    .isZero();
            assertThat(made.names()).contains(owner(database));
            run(database, "how-it-runs/append-only.sql");
            database.execute("DELETE FROM migrations_journal");

            ScratchSource scratch = ScratchSource.beside(database.url(), "trading_deployer", "...");
            assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> scratch.open(null));
            run(database, "verify/scratch.sql");
            scratch.open(null).close();
        }
    }

    private static String owner(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")
                .query(String.class)
                .single();
    }
}
