/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static io.migrations.boot.actuate.RunningShop.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.config.Customizer.withDefaults;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** The endpoint behind Spring Security: who may write, who is written down, and what its defaults refuse. */
@DatabaseTest
class MigrationsEndpointSecurityTests {

    private static final String WRITES = "management.endpoint.migrations.access=unrestricted";
    private static final String SECURITY = "spring.autoconfigure.exclude=";

    @Test
    void whoMayWritesAndIsNamedInTheJournal(TestDatabase database) {
        whoMayWritesAndIsNamedInTheJournal(database, WebApplicationType.SERVLET, Secured.class);
    }

    @Test
    void whoMayWritesToAReactiveApplicationIsNamedLikewise(TestDatabase database) {
        whoMayWritesAndIsNamedInTheJournal(database, WebApplicationType.REACTIVE, SecuredReactive.class);
    }

    private static void whoMayWritesAndIsNamedInTheJournal(
            TestDatabase database, WebApplicationType type, Class<?> application) {
        try (var shop = start(type, database, application)) {
            assertThat(shop.post("/upgrade").statusCode()).isEqualTo(401);
            assertThat(shop.post("/upgrade", "bob").statusCode()).isEqualTo(403);
            assertThat(json(shop.submit("{'action': 'upgrade', 'dryRun': true}", "alice"))
                            .path("requestedBy")
                            .asString())
                    .isEqualTo("alice");
            var accepted = shop.post("/upgrade", "alice");
            assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
            await().untilAsserted(() -> assertThat(database.tables()).contains("orders", "migrations_journal"));
            await().untilAsserted(() ->
                    assertThat(operators(database)).containsOnly("alice").hasSizeGreaterThanOrEqualTo(2));
        }
    }

    private static List<String> operators(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT os_user FROM migrations_journal WHERE revision <> ''")
                .query(String.class)
                .list();
    }

    /** CSRF protection is on, and nobody has said otherwise. */
    @Test
    void theDefaultsOfSpringSecurityRefuseWrites(TestDatabase database) {
        try (var shop = start(WebApplicationType.SERVLET, database, Defaults.class)) {
            assertThat(shop.post("/upgrade", "alice").statusCode()).isIn(401, 403);
            assertThat(database.tables()).isEmpty();
        }
    }

    private static RunningShop start(WebApplicationType type, TestDatabase database, Class<?> application) {
        return RunningShop.start(type, database, application, WRITES, SECURITY);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Defaults {

        @Bean
        SecurityFilterChain everything(HttpSecurity http) throws Exception {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .httpBasic(withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(Secured.people());
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Secured {

        @Bean
        SecurityFilterChain migrations(HttpSecurity http) throws Exception {
            return http.securityMatcher(EndpointRequest.to("migrations"))
                    .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("OPERATOR"))
                    .csrf(csrf -> csrf.ignoringRequestMatchers(EndpointRequest.to("migrations")))
                    .httpBasic(withDefaults())
                    .build();
        }

        @Bean
        UserDetailsService users() {
            return new InMemoryUserDetailsManager(people());
        }

        static List<UserDetails> people() {
            return List.of(
                    User.withUsername("alice")
                            .password("{noop}pw")
                            .roles("OPERATOR")
                            .build(),
                    User.withUsername("bob").password("{noop}pw").roles("USER").build());
        }
    }
}
