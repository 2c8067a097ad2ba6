/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.history.HistoryTables;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The files that pages of the documentation show do what the pages say of them. */
@DatabaseTest
class DocumentationExamplesTests {

    private static final String NOTES = "bb01c013cd33";
    private static final String FEES = "6d17c9e6ebc0";

    private static Migrator migrator(String example, DataSource database, MigratorSettings settings) {
        return new Migrator(
                database,
                new ScriptLoader(
                        List.of("classpath:docs/" + example + "/db/migrations"),
                        DocumentationExamplesTests.class.getClassLoader(),
                        Placeholders.none()),
                settings,
                Clock.systemUTC());
    }

    @Test
    void readme(TestDatabase database) {
        Migrator migrator = migrator("readme", database.dataSource(), MigratorSettings.defaults());

        assertThat(migrator.upgrade("head").plan().headsAfter()).containsExactly("001");
        assertThat(database.tables()).contains("orders");
        migrator.downgrade("base");
        assertThat(database.tables()).doesNotContain("orders");
    }

    @Test
    void quickStart(TestDatabase database) {
        Migrator migrator = migrator("quick-start", database.dataSource(), MigratorSettings.defaults());

        assertThat(migrator.upgrade("head").steps()).hasSize(2);
        assertThat(migrator.downgrade("-1").plan().headsAfter()).containsExactly("cf20fc9f5262");
        assertThat(database.tables()).contains("orders");
        migrator.downgrade("base");
        assertThat(database.tables()).doesNotContain("orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTES, FEES})
    void aMergeBringsWhatADatabaseLacks(String first, TestDatabase database) {
        Migrator migrator = migrator("branches", database.dataSource(), MigratorSettings.defaults());
        migrator.upgrade(first);

        assertThat(migrator.upgrade("head").steps())
                .extracting(step -> step.step().revision().id())
                .containsExactly(first.equals(NOTES) ? FEES : NOTES, "6df859b465fa");
        assertThat(migrator.downgrade(NOTES).plan().headsAfter()).containsExactlyInAnyOrder(NOTES, FEES);
    }

    @Test
    void theApplicationMayUseTheTablesAndReadTheHistory(TestDatabase database) throws IOException {
        database.execute(text("docs/production/roles.sql"));
        try {
            migrator(
                            "quick-start",
                            new DriverManagerDataSource(database.url(), "shop_deployer", "change-me"),
                            MigratorSettings.defaults()
                                    .but()
                                    .role("shop_owner")
                                    .tables(new HistoryTables(
                                            "shop_history",
                                            "migrations_revision",
                                            "migrations_journal",
                                            "migrations_repeatable"))
                                    .build())
                    .upgrade("head");

            var application =
                    JdbcClient.create(new DriverManagerDataSource(database.url(), "shop_app", "change-me-too"));
            application.sql("INSERT INTO orders (account_id) VALUES (1)").update();
            assertThat(application
                            .sql(text("docs/production/journal.sql"))
                            .query()
                            .listOfRows())
                    .hasSize(2)
                    .allSatisfy(row -> assertThat(row).containsEntry("database_user", "shop_deployer"));
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> application
                            .sql("DELETE FROM shop_history.migrations_revision")
                            .update());
        } finally {
            for (String role : List.of("shop_owner", "shop_deployer", "shop_app")) {
                database.execute("DROP OWNED BY " + role + " CASCADE");
            }
            database.execute("DROP ROLE shop_owner, shop_deployer, shop_app");
        }
    }

    private static String text(String resource) throws IOException {
        return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
    }
}
