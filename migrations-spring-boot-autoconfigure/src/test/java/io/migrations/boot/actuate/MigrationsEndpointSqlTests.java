/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static io.migrations.boot.actuate.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** {@code GET /actuator/migrations/{revision}/sql}. */
@DatabaseTest
class MigrationsEndpointSqlTests {

    private static final String SHOWN = "migrations.endpoint.show-sql=always";

    @Test
    void theTextOfARevisionIsShownWhereThatIsAllowed(TestDatabase database) {
        try (var shop = RunningShop.start(WebApplicationType.SERVLET, database, Application.class)) {
            assertThat(shop.get("/002/sql").statusCode()).isEqualTo(400);
        }
        try (var shop = RunningShop.start(
                WebApplicationType.SERVLET,
                database,
                Application.class,
                "migrations.endpoint.show-sql=when-authorized")) {
            assertThat(shop.get("/002/sql").statusCode()).isEqualTo(400);
        }
        try (var shop = RunningShop.start(WebApplicationType.SERVLET, database, Application.class, SHOWN)) {
            JsonNode shown = json(shop.get("/002/sql")).at("/contexts/shop/migrators/migrator");
            assertThat(shown.path("upgrade").asString())
                    .isEqualTo("ALTER TABLE orders ADD COLUMN notes text DEFAULT 'confidential';\n");
            assertThat(shown.path("downgrade").asString()).isEqualTo("ALTER TABLE orders DROP COLUMN notes;\n");
            assertThat(shop.get("/nope/sql").statusCode()).isEqualTo(404);
            assertThat(shop.get("/002/other").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void theApplicationsFunctionsSeeEachPlaceholderAndLiteral(TestDatabase database, @TempDir Path folder)
            throws IOException {
        Files.writeString(folder.resolve("001_users.sql"), """
                CREATE TABLE ${prefix}_users (name text DEFAULT 'nobody', token text DEFAULT ${token});
                """);
        try (var shop = RunningShop.start(
                WebApplicationType.SERVLET,
                database,
                Careful.class,
                SHOWN,
                "migrations.locations=file:" + folder,
                "migrations.placeholders.prefix=app",
                "migrations.placeholders.token='s3cr3t'")) {
            assertThat(json(shop.get("/001/sql"))
                            .at("/contexts/shop/migrators/migrator/upgrade")
                            .asString())
                    .isEqualTo("CREATE TABLE app_users (name text DEFAULT '******', token text DEFAULT ******);\n");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Careful {

        @Bean
        SanitizingFunction careful() {
            return data ->
                    data.getKey().startsWith("migrations.sql.") || data.getKey().endsWith("token")
                            ? data.withSanitizedValue()
                            : data;
        }
    }
}
