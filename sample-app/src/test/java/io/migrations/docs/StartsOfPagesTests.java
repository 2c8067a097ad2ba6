/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.migrations.boot.MigrationsInitializer;
import io.migrations.boot.MigratorStart;
import io.migrations.boot.StartupMode;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README.md and other pages show of the log of a start, and of the report of one that fails. */
@DatabaseTest
class StartsOfPagesTests {

    private static final String ORDERS = "20261015093000_create_orders.sql";
    private static final String NOTES = "20261016101500_add_order_notes.sql";

    private final Logged log = new Logged();
    private Project project;

    @BeforeEach
    void begin(TestDatabase database, @TempDir Path folder) {
        project = Project.on(database, folder);
    }

    @AfterEach
    void stopLogging() {
        log.close();
    }

    private void start() {
        new MigrationsInitializer(List.of(new MigratorStart(
                        "migrator", project.migrator(), StartupMode.UPGRADE, List.of("head"), Duration.ZERO)))
                .afterPropertiesSet();
    }

    @Test
    void theFirst() {
        project.shown("readme/db/migrations/001_create_orders.sql");

        start();

        Shown.of("readme/start.txt").assertIsLogged(log.text());
    }

    @Test
    void oneThatFails() {
        project.shown("readme/db/migrations/001_create_orders.sql")
                .script("002_add_notes.sql", "-- A note to begin with.\n\nINSERT INTO orders\n  VALUES (nonsense);\n");

        Shown.of("readme/failed-start.txt").assertIs(Console.report(catchThrowable(this::start)));
    }

    @Test
    void oneWithSeveralToApplyAndOneWithNone() {
        project.script("006_one.sql", "SELECT 1;");
        start();
        project.script("007_two.sql", "SELECT 2;").script("008_three.sql", "SELECT 3;");
        start();
        Shown.of("monitoring/start.txt").assertIsLogged(log.text());
        project.script("merge.sql", "-- Revision ID: 6df859b465fa\n-- Revises: 008\n\nSELECT 4;\n");
        start();
        start();

        Shown.of("faq/start.txt").assertIsLogged(log.text());
    }

    @Test
    void oneOfAnOlderBuild(@TempDir Path older) {
        project.shown("quick-start/db/migrations/" + ORDERS, "quick-start/db/migrations/" + NOTES);
        start();
        project = new Project(older, project.database()).shown("quick-start/db/migrations/" + ORDERS);

        start();

        Shown.of("production/ahead.txt").assertIsLogged(log.text());
    }
}
