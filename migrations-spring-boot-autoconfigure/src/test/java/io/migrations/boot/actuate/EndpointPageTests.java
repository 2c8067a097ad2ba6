/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static io.migrations.boot.actuate.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The answers that docs/endpoint.md shows. */
@DatabaseTest
class EndpointPageTests {

    /** What is another one each time. */
    private static final String ANY = "\"(%s)\":\"[^\"]*\""
            .formatted(String.join(
                    "|",
                    "appliedAt",
                    "appliedBy",
                    "checksum",
                    "databaseUser",
                    "duration",
                    "finishedAt",
                    "host",
                    "osUser",
                    "startedAt",
                    "takenAt"));

    @TempDir
    private Path folder;

    @Test
    void answersAreAsThePageShowsThem(TestDatabase database) throws IOException, SQLException {
        write("001_create_orders.sql", """
                -- Create Date: 2024-10-15

                -- Upgrade
                CREATE TABLE orders (id bigint PRIMARY KEY);
                -- Downgrade
                DROP TABLE orders;
                """);
        write("repeatable/order_totals.sql", "CREATE VIEW order_totals AS SELECT count(*) AS total FROM orders;");
        try (var shop = RunningShop.start(
                WebApplicationType.SERVLET,
                database,
                Application.class,
                "management.endpoint.migrations.access=unrestricted",
                "migrations.locations=file:" + folder)) {
            HttpResponse<String> accepted;
            try (Connection other = database.dataSource().getConnection();
                    var statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("CREATE TABLE orders ()");
                accepted = shop.post("/upgrade");
                String run = "/runs/" + json(accepted).path("id").asString();
                await().until(() -> json(shop.get(run)).has("running"));
                assertShown("run.json", shop.get(run));
            }
            assertThat(shop.awaitEnd(accepted).path("state").asString()).isEqualTo("succeeded");
            assertShown("state.json", shop.get(""));

            database.execute("CREATE INDEX made_at_night ON orders (id)");
            assertShown("drift.json", shop.get("/drift"));
        }
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private void assertShown(String file, HttpResponse<String> answer) throws IOException {
        String shown = new ClassPathResource("docs/endpoint/" + file).getContentAsString(StandardCharsets.UTF_8);
        assertThat(normal(answer.body())).as(file).isEqualTo(normal(shown));
    }

    private JsonNode normal(String text) {
        String compact = JsonMapper.shared().readTree(text).toString();
        return JsonMapper.shared()
                .readTree(compact.replaceAll(ANY, "\"$1\":\"\"")
                        // A run's id; a revision's is followed by its parents.
                        .replaceAll("\"id\":\"[^\"]*\",\"migrator\"", "\"id\":\"\",\"migrator\"")
                        .replaceAll("\"script\":\"[^\"]*?/((?:repeatable/)?[^/\"]+)\"", "\"script\":\"$1\""));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {

        @Bean
        BuildProperties build() {
            var properties = new Properties();
            properties.setProperty("version", "3.6.1");
            return new BuildProperties(properties);
        }
    }
}
