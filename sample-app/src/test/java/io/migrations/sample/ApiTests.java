/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.migrations.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ApiTests {

    // Dropped with the server, when the JVM ends: the context that uses it is cached until then.
    private static final TestDatabase DATABASE = TestDatabase.create();

    @LocalServerPort
    private int port;

    private RestTestClient client;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", DATABASE::username);
        registry.add("spring.datasource.password", DATABASE::password);
    }

    @BeforeEach
    void bindClient() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build();
    }

    @Test
    void operationsSeeTheMetricsAndWhetherItIsReady() {
        assertThat(text("/actuator/prometheus")).contains("migrations_pending", "migrator=\"migrator\"");
        assertThat(text("/actuator/health/readiness")).contains("\"status\":\"UP\"", "\"migrations\"", "\"pending\":0");
    }

    private String text(String path) {
        return String.valueOf(client.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    @Test
    void listsOrdersNewestFirst() {
        assertThat(orders("/orders?account=DEMO-1"))
                .extracting(Order::symbol, Order::side)
                .containsExactly(tuple("ACME", Side.SELL), tuple("GLOBEX", Side.BUY), tuple("ACME", Side.BUY));
    }

    @Test
    void searchesNotesLiterally() {
        assertThat(orders("/orders?notes=MARGIN")).extracting(Order::account).containsExactly("DEMO-1");
        assertThat(orders("/orders?notes=%25")).isEmpty();
    }

    @Test
    void placesAnOrderAndFindsItAgain() {
        Order placed = place(order("DEMO-2", "10.5"))
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "http://localhost:%d/orders/\\d+".formatted(port))
                .expectBody(Order.class)
                .returnResult()
                .getResponseBody();

        client.get()
                .uri("/orders/{id}", placed.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(Order.class)
                .isEqualTo(placed);
        assertThat(placed.quantity()).isEqualByComparingTo("10.5");
    }

    @Test
    void namesTheFieldsOfAnInvalidOrder() {
        ProblemDetail problem = problem(place(order("DEMO-2", "-1")), HttpStatus.BAD_REQUEST);

        assertThat(problem.getProperties()).isEqualTo(Map.of("errors", Map.of("quantity", "must be greater than 0")));
    }

    @Test
    void refusesAnOrderForAnUnknownAccount() {
        assertThat(problem(place(order("NOBODY", "1")), HttpStatus.BAD_REQUEST).getDetail())
                .isEqualTo("There is no account 'NOBODY'.");
    }

    @Test
    void refusesAnOrderWithAnUnknownSide() {
        var order = Map.of("account", "DEMO-1", "symbol", "ACME", "side", "HOLD", "quantity", "1", "limitPrice", "1");

        problem(place(order), HttpStatus.BAD_REQUEST);
    }

    @Test
    void doesNotFindAnUnknownOrder() {
        assertThat(problem(client.get().uri("/orders/0").exchange(), HttpStatus.NOT_FOUND)
                        .getDetail())
                .isEqualTo("There is no order 0.");
        problem(client.get().uri("/orders/first").exchange(), HttpStatus.BAD_REQUEST);
    }

    @Test
    void listsAccountsAndPositions() {
        assertThat(list("/accounts", Account[].class))
                .extracting(Account::number)
                .containsExactly("DEMO-1", "DEMO-2");
        assertThat(list("/positions", Position[].class))
                .extracting(Position::symbol)
                .containsExactly("ACME", "GLOBEX", "ACME");
    }

    @Test
    void showsItsMigrations() {
        client.get()
                .uri("/actuator/migrations")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .value(body -> assertThat(body).contains("\"008\"", "\"4f1c2a9be03d\""));
    }

    private static Map<String, String> order(String account, String quantity) {
        return Map.of("account", account, "symbol", "ACME", "side", "BUY", "quantity", quantity, "limitPrice", "12");
    }

    private RestTestClient.ResponseSpec place(Map<String, String> order) {
        return client.post()
                .uri("/orders")
                .contentType(MediaType.APPLICATION_JSON)
                .body(order)
                .exchange();
    }

    private static ProblemDetail problem(RestTestClient.ResponseSpec response, HttpStatus status) {
        return response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody(ProblemDetail.class)
                .returnResult()
                .getResponseBody();
    }

    private List<Order> orders(String uri) {
        return list(uri, Order[].class);
    }

    private <T> List<T> list(String uri, Class<T[]> type) {
        return List.of(client.get()
                .uri(uri)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody());
    }
}
