/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The hooks and listeners of docs/hooks.md, in one start. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class HooksPageTests {

    @Test
    void hooksRunAndListenersHear(TestDatabase database, CapturedOutput output) {
        try (var roles = Roles.in(database, "app_owner", "reporting").create()) {
            database.execute("GRANT USAGE, CREATE ON SCHEMA public TO app_owner");

            new ApplicationContextRunner()
                    .withConfiguration(
                            AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class))
                    .withUserConfiguration(HooksPage.class)
                    .withPropertyValues(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.username(),
                            "spring.datasource.password=" + database.password(),
                            "migrations.locations=classpath:docs/hooks/db/migrations")
                    .run(context -> assertThat(context).hasNotFailed());

            assertThat(output)
                    .contains("The database is at [001]")
                    .contains("The database of 'migrator' is at [001]")
                    .contains("Migrated: migrator");
            assertThat(database.jdbc()
                            .sql("SELECT tableowner FROM pg_tables WHERE tablename = 'orders'")
                            .query(String.class)
                            .single())
                    .isEqualTo("app_owner");
            assertThat(database.jdbc()
                            .sql("SELECT has_table_privilege('reporting', 'orders', 'SELECT')")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }
}
