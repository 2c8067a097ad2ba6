/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.Catalog;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts of docs/sql-revisions.md and docs/repeatable-scripts.md. */
@DatabaseTest
class SqlPagesTests {

    private static final String ORDERS = "CREATE TABLE orders (id bigint PRIMARY KEY, account_id bigint)";

    private static Migrator migrator(TestDatabase database, String folder, Placeholders placeholders) {
        return new Migrator(
                database.dataSource(),
                new ScriptLoader(
                        List.of("classpath:docs/" + folder), SqlPagesTests.class.getClassLoader(), placeholders),
                MigratorSettings.defaults(),
                Clock.systemUTC());
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-file", "pair"})
    void bothLayoutsGoThereAndBack(String layout, TestDatabase database) {
        database.execute(ORDERS);
        Catalog before = Catalog.of(database.jdbc());
        Migrator migrator = migrator(database, "sql-revisions/" + layout, Placeholders.none());

        migrator.upgrade("head");
        assertThat(Catalog.of(database.jdbc()).lines()).anyMatch(line -> line.contains("notes"));
        migrator.downgrade("base");

        assertThat(Catalog.of(database.jdbc())).isEqualTo(before);
    }

    @Test
    void headersMakeTheGraph(TestDatabase database) {
        database.execute(ORDERS);
        Migrator migrator = migrator(database, "sql-revisions/header", Placeholders.none());

        assertThat(migrator.planUpgrade("4f1c2a9be03d").steps())
                .extracting(step -> step.revision().id())
                .containsExactly("001", "002", "4f1c2a9be03d");
        assertThat(migrator.upgrade("merge").plan().steps())
                .extracting(step -> step.revision().id())
                .containsExactly("001", "003", "004", "merge");
        assertThat(migrator.upgrade("heads").plan().headsAfter()).containsExactlyInAnyOrder("4f1c2a9be03d", "merge");
    }

    @Test
    void outsideATransaction(TestDatabase database) {
        database.execute(ORDERS);

        assertThat(migrator(database, "sql-revisions/concurrently", Placeholders.none())
                        .upgrade("head")
                        .steps())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"placeholders", "placeholders-in-quotes"})
    void placeholders(String example, TestDatabase database) {
        database.execute(ORDERS);
        try (var roles = Roles.in(database, "reporting").create()) {
            Placeholders declared = Settings.of("sql-revisions/" + example + "/application.yml")
                    .properties()
                    .scriptPlaceholders();

            migrator(database, "sql-revisions/" + example, declared).upgrade("head");

            assertThat(Catalog.of(database.jdbc()).lines())
                    .anyMatch(line -> line.contains(
                            example.endsWith("quotes")
                                    ? "comment on table orders: read by reporting"
                                    : "reporting=r/"));
        }
    }

    @Test
    void allFaultsAtOnce(@TempDir Path folder) {
        Project project = Project.offline(folder)
                .script("001_orders.sql", "SELECT 1;\n")
                .script("002_prices.sql", "-- Revises: 00l\n\nSELECT 1;\n")
                .script("004_notes.sql", "SELECT 1;\nSELECT 123, 'open;\n");

        Shown.of("sql-revisions/faults.txt")
                .assertIsIn(
                        Console.report(catchThrowable(() -> project.migrator().upgrade("head")))
                                .indent(-4));
    }

    @Test
    void repeatableScripts(TestDatabase database) {
        try (var roles = Roles.in(database, "reporting").create()) {

            assertThat(migrator(database, "repeatable-scripts/db/migrations", Placeholders.none())
                            .upgrade("head")
                            .repeatables())
                    .extracting(script -> script.name())
                    .containsExactly("order_value", "order_totals");
        }
    }
}
