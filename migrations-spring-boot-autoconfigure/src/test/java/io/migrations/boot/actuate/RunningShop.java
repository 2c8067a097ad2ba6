/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static org.awaitility.Awaitility.await;

import io.migrations.test.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An application on a port of its own, with the endpoint exposed and nothing migrated yet. */
record RunningShop(ConfigurableApplicationContext context) implements AutoCloseable {

    static RunningShop start(WebApplicationType type, TestDatabase database, Class<?> source, String... properties) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.application.name=shop",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.username(),
                "--spring.datasource.password=" + database.password(),
                "--management.endpoints.web.exposure.include=*",
                "--migrations.startup.mode=off"));
        List.of(properties).forEach(property -> arguments.add("--" + property));
        return new RunningShop(new SpringApplicationBuilder(source)
                .web(type)
                .properties("migrations.locations=classpath:writes")
                .registerShutdownHook(false)
                .run(arguments.toArray(String[]::new)));
    }

    HttpResponse<String> get(String path) {
        return Http.get(port(), "/actuator/migrations" + path);
    }

    HttpResponse<String> post(String path, @Nullable String user) {
        return Http.post(port(), "/actuator/migrations" + path, user);
    }

    HttpResponse<String> post(String path) {
        return post(path, null);
    }

    HttpResponse<String> submit(String json, @Nullable String user) {
        return Http.postJson(port(), "/actuator/migrations", user, json.replace('\'', '"'));
    }

    HttpResponse<String> submit(String json) {
        return submit(json, null);
    }

    /** The run that a response is about, once it has ended. */
    JsonNode awaitEnd(HttpResponse<String> accepted) {
        String id = json(accepted).path("id").asString();
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> json(get("/runs/" + id)), run -> run.has("finishedAt"));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    String port() {
        return context.getEnvironment().getRequiredProperty("local.server.port");
    }

    @Override
    public void close() {
        context.close();
    }
}
