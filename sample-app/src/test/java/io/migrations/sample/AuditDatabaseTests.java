/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The profile with two databases. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("audit")
class AuditDatabaseTests {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::username);
        registry.add("spring.datasource.password", DATABASE::password);
    }

    @Test
    void bothAreMigratedAndEachOrderIsWrittenDown() {
        RestTestClient client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
        client.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("account", "DEMO-1", "symbol", "ACME", "side", "BUY", "quantity", 5, "limitPrice", 10))
                .exchange()
                .expectStatus()
                .isCreated();

        assertThat(DATABASE.jdbc()
                        .sql("SELECT account || ' ' || what FROM audit.trail")
                        .query(String.class)
                        .list())
                .containsExactly("DEMO-1 BUY 5 ACME");
        assertThat(client.get()
                        .uri("/actuator/migrations")
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .contains("\"audit\"", "\"trading\"", "\"create trail\"");
    }
}
