/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.comparison.TemplateDatabases;
import io.migrations.schema.ObjectFilter;
import io.migrations.test.DatabaseTest;
import io.migrations.test.PostgresServer;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What docs/verify.md, drift.md, autogenerate.md and testing.md show of commands that make databases. */
@DatabaseTest
class ProvingPagesTests {

    private static final String ORDERS =
            "-- Upgrade\nCREATE TABLE orders (id bigint PRIMARY KEY, note text);\n-- Downgrade\nDROP TABLE orders;\n";

    private Project project;

    @BeforeEach
    void begin(TestDatabase database, @TempDir Path folder) {
        project = Project.on(database, folder);
    }

    @Test
    void verifyNamesWhatIsNotSoundAlsoWithRows() throws IOException {
        project.script("001_orders.sql", ORDERS)
                .script(
                        "002_lines.sql",
                        "-- Upgrade\nCREATE TABLE lines (order_id bigint);\n-- Downgrade\nSELECT 1;\n");
        String rows = new ClassPathResource("docs/verify/rows.sql").getFile().toString();

        // A statement that could not run would be told of as well.
        Transcript.of("verify/verify.txt")
                .commands()
                .get(0)
                .printed()
                .assertIs(project.console().type(List.of("verify", "--data", rows)));
    }

    @Test
    void driftTellsThatItWasChanged(TestDatabase database) {
        project.script("001_orders.sql", ORDERS).migrator().upgrade("head");
        database.execute("CREATE INDEX made_at_night ON orders (note)");

        Transcript.of("drift/drift.txt").replay(project.console());
    }

    @Test
    void autogenerateWritesWhatTheModelBeanWants() {
        project.script(
                "008_orders.sql",
                "CREATE TABLE orders (id bigint PRIMARY KEY, qty numeric); CREATE TABLE events_202611 (id bigint);");
        var page = new AutogeneratePage();

        Transcript.of("autogenerate/quantities.txt")
                .replay(project.console()
                        .wanting(page.model(), ObjectFilter.everything().and(page.withoutPartitions())));

        assertThat(project.written("_quantities.sql"))
                .contains("RENAME COLUMN qty TO quantity")
                .doesNotContain("events");
    }

    @Test
    void aTemplateGoesByHand(TestDatabase database) {
        project.script("001_orders.sql", ORDERS);
        TemplateDatabases.beside(database.url(), database.username(), database.password())
                .copy(project.migrator())
                .close();
        JdbcClient server = JdbcClient.create(PostgresServer.shared().dataSource("postgres"));
        List<String> templates = templates(server);
        assertThat(templates).isNotEmpty();

        for (String template : templates) {
            for (String sql : Shown.of("testing/template.sql").statements()) {
                server.sql(sql.replace("migrations_template_…", template)).update();
            }
        }

        assertThat(templates(server)).isEmpty();
    }

    private static List<String> templates(JdbcClient server) {
        return server.sql("SELECT datname FROM pg_database WHERE datname LIKE 'migrations\\_template\\_%'")
                .query(String.class)
                .list();
    }
}
