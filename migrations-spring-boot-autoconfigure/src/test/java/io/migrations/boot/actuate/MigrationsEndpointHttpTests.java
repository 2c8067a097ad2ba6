/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class MigrationsEndpointHttpTests {

    private static final String EXPOSED = "management.endpoints.web.exposure.include=migrations";

    private ConfigurableApplicationContext context;

    @AfterEach
    void stop() {
        context.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void showsTheDatabaseAndOneRevision(WebApplicationType type, TestDatabase database) {
        start(type, database, EXPOSED);

        HttpResponse<String> response = get("/actuator/migrations");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("password", database.url(), "jdbc:");
        JsonNode application = json(response).path("contexts").path("shop");
        assertThat(application.has("parentId")).isFalse();
        JsonNode migrator = application.path("migrators").path("migrator");
        assertThat(migrator.path("state").asString()).isEqualTo("current");
        assertThat(migrator.path("pending").asInt()).isZero();
        assertThat(migrator.path("heads").toString()).isEqualTo("{\"code\":[\"002\"],\"database\":[\"002\"]}");
        assertThat(migrator.path("problems").isEmpty()).isTrue();
        assertThat(migrator.path("lastRun").path("outcome").asString()).isEqualTo("succeeded");
        assertThat(migrator.path("lastRun").path("revisions").toString()).isEqualTo("[\"001\",\"002\"]");
        JsonNode first = migrator.path("revisions").path(0);
        assertThat(first.path("id").asString()).isEqualTo("001");
        assertThat(first.path("description").asString()).isEqualTo("create orders");
        assertThat(first.path("kind").asString()).isEqualTo("sql");
        assertThat(first.path("script").asString()).isEqualTo("db/migrations/001_create_orders.sql");
        assertThat(first.path("state").asString()).isEqualTo("applied");
        assertThat(first.path("transactional").asBoolean()).isTrue();
        assertThat(first.path("reversible").asBoolean()).isTrue();
        assertThat(first.path("createDate").asString()).isEqualTo("2024-10-15");
        assertThat(first.path("appliedAt").asString()).matches("\\d{4}-.*Z");
        assertThat(first.path("appliedBy").asString()).isEqualTo(database.username());
        assertThat(first.path("duration").asString()).startsWith("PT");
        assertThat(first.path("checksum").asString()).isNotBlank();
        assertThat(migrator.path("revisions").path(1).path("parents").toString())
                .isEqualTo("[\"001\"]");

        JsonNode shown = json(get("/actuator/migrations/002")).path("contexts").path("shop");
        assertThat(shown.path("migrators").path("migrator").path("id").asString())
                .isEqualTo("002");
        assertThat(get("/actuator/migrations/nope").statusCode()).isEqualTo(404);
    }

    @Test
    void tellsWhatWasChangedByHand(TestDatabase database) {
        start(WebApplicationType.SERVLET, database, EXPOSED);
        assertThat(drift("").path("drift").asBoolean()).isFalse();
        assertThat(drift("").path("fingerprint").asString()).isEqualTo("same");

        database.execute("ALTER TABLE orders ADD COLUMN by_hand int");
        assertThat(drift("").path("drift").asBoolean()).isTrue();
        assertThat(drift("").path("fingerprint").asString()).isEqualTo("changed");
        assertThat(drift("").has("differences")).isFalse();
        assertThat(get("/actuator/migrations/drift?rebuild=true").statusCode()).isEqualTo(400);

        context.close();
        start(WebApplicationType.REACTIVE, database, EXPOSED, "migrations.drift.endpoint-rebuild=true");
        assertThat(drift("?rebuild=true").path("differences").toString()).contains("by_hand");
    }

    private JsonNode drift(String parameters) {
        return json(get("/actuator/migrations/drift" + parameters))
                .path("contexts")
                .path("shop")
                .path("migrators")
                .path("migrator");
    }

    @Test
    void answersOnTheManagementPort(TestDatabase database) {
        start(WebApplicationType.SERVLET, database, EXPOSED, "management.server.port=0");

        String management = context.getEnvironment().getRequiredProperty("local.management.port");
        HttpResponse<String> response = Http.get(management, "/actuator/migrations");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode contexts = json(response).path("contexts");
        assertThat(contexts.path("shop")
                        .path("migrators")
                        .path("migrator")
                        .path("state")
                        .asString())
                .isEqualTo("current");
        assertThat(get("/actuator/migrations").statusCode()).isEqualTo(404);
    }

    @Test
    void isNotExposedByDefault(TestDatabase database) {
        start(WebApplicationType.SERVLET, database);

        assertThat(get("/actuator/migrations").statusCode()).isEqualTo(404);
    }

    @Test
    void isGoneWithoutAccess(TestDatabase database) {
        start(WebApplicationType.SERVLET, database, EXPOSED, "management.endpoint.migrations.access=none");

        assertThat(get("/actuator/migrations").statusCode()).isEqualTo(404);
    }

    @Test
    void mayBeReadUnderTheStrictestAccessThatReads(TestDatabase database) {
        start(WebApplicationType.SERVLET, database, EXPOSED, "management.endpoints.access.max-permitted=read-only");

        assertThat(get("/actuator/migrations").statusCode()).isEqualTo(200);
    }

    @Test
    void answersWhileADatabaseCannotBeReached(TestDatabase database) {
        start(WebApplicationType.SERVLET, database, Unreachable.class, EXPOSED, "migrations.startup.mode=off");

        HttpResponse<String> response = get("/actuator/migrations");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).doesNotContain("secret", "someone");
        JsonNode migrators = json(response).path("contexts").path("shop").path("migrators");
        assertThat(migrators.path("good").path("state").asString()).isEqualTo("empty");
        assertThat(migrators.path("good").path("pending").asInt()).isEqualTo(2);
        assertThat(migrators.path("bad").path("state").asString()).isEqualTo("unknown");
        assertThat(migrators.path("bad").path("problems").path(0).asString())
                .startsWith("No connection to the database: ");
        assertThat(migrators.path("bad").path("heads").path("code").toString()).isEqualTo("[\"002\"]");
        assertThat(json(get("/actuator/migrations/001"))
                        .path("contexts")
                        .path("shop")
                        .path("migrators")
                        .propertyNames())
                .containsExactly("good", "bad");
    }

    private void start(WebApplicationType type, TestDatabase database, String... properties) {
        start(type, database, Application.class, properties);
    }

    private void start(WebApplicationType type, TestDatabase database, Class<?> application, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.application.name=shop",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password()));
        List.of(properties).forEach(property -> arguments.add("--" + property));
        context = new SpringApplicationBuilder(application)
                .web(type)
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new));
    }

    private HttpResponse<String> get(String path) {
        return Http.get(context.getEnvironment().getRequiredProperty("local.server.port"), path);
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Unreachable {

        private final ScriptLoader loader =
                new ScriptLoader(List.of("db/migrations"), getClass().getClassLoader(), Placeholders.none());

        @Bean
        Migrator good(DataSource dataSource) {
            return new Migrator(dataSource, loader, MigratorSettings.defaults(), Clock.systemUTC());
        }

        @Bean
        Migrator bad() {
            var nowhere = new DriverManagerDataSource("jdbc:postgresql://someone:secret@localhost/db?password=secret");
            return new Migrator(nowhere, loader, MigratorSettings.defaults(), Clock.systemUTC());
        }
    }
}
