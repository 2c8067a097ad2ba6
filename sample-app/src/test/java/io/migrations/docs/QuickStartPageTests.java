/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.PostgresServer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.web.client.RestClient;

/** docs/quick-start.md from top to bottom, in a project that has nothing yet. */
@ExtendWith(OutputCaptureExtension.class)
class QuickStartPageTests {

    private static final String SCRIPTS = "quick-start/db/migrations/";
    private static final PostgresServer SERVER = PostgresServer.shared();

    @TempDir
    private Path folder;

    @BeforeEach
    void createTheDatabase() {
        SERVER.execute(Shown.of("quick-start/database.sql").statements().toArray(String[]::new));
    }

    @AfterEach
    void dropTheDatabase() {
        SERVER.execute("DROP DATABASE shop WITH (FORCE)", "DROP ROLE shop");
    }

    @Test
    void fromTopToBottom(CapturedOutput output) {
        var project = new Project(folder, new DriverManagerDataSource(SERVER.url("shop"), "shop", "secret"));
        Console console = project.console();

        console.type(List.of("init"));
        Transcript.of("quick-start/first-revision.txt").replay(console);
        project.shown(SCRIPTS + "20261015093000_create_orders.sql");
        try (ConfigurableApplicationContext shop = start(project)) {
            Shown.of("quick-start/start.txt").assertIsLogged(output.getOut());
            assertThat(get(shop, "/actuator/migrations").replaceAll("\\s", ""))
                    .startsWith(Shown.of("quick-start/endpoint.txt").text().replaceAll("[\\s…]", ""));
            assertThat(get(shop, "/actuator/health/readiness")).contains("\"status\":\"UP\"");

            Transcript.of("quick-start/second-revision.txt").replay(console);
            project.shown(SCRIPTS + "20261016101500_add_order_notes.sql");
            Transcript.of("quick-start/upgrade.txt").replay(console);
        }
        Transcript.of("quick-start/downgrade.txt").replay(console.agreed());
        Transcript.of("quick-start/log.txt").replay(console);
    }

    private static ConfigurableApplicationContext start(Project project) {
        return new SpringApplicationBuilder(Shop.class)
                .registerShutdownHook(false)
                .run(
                        "--spring.config.location=classpath:docs/quick-start/application.yml,"
                                + "classpath:docs/monitoring/application.properties",
                        "--spring.datasource.url=" + SERVER.url("shop"),
                        "--migrations.locations=file:" + project.folder(),
                        "--server.port=0",
                        "--logging.level.io.migrations=info");
    }

    private static String get(ConfigurableApplicationContext shop, String path) {
        return String.valueOf(
                RestClient.create("http://localhost:" + shop.getEnvironment().getRequiredProperty("local.server.port"))
                        .get()
                        .uri(path)
                        .retrieve()
                        .body(String.class));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Shop {}
}
