/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static org.springframework.security.config.Customizer.withDefaults;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.reactive.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.userdetails.MapReactiveUserDetailsService;
import org.springframework.security.core.userdetails.ReactiveUserDetailsService;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** A WebFlux application with a chain for the endpoint. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class SecuredReactive {

    @Bean
    SecurityWebFilterChain migrations(ServerHttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("migrations"))
                .authorizeExchange(exchanges -> exchanges.anyExchange().hasRole("OPERATOR"))
                .csrf(csrf -> csrf.disable())
                .httpBasic(withDefaults())
                .build();
    }

    @Bean
    ReactiveUserDetailsService users() {
        return new MapReactiveUserDetailsService(MigrationsEndpointSecurityTests.Secured.people());
    }
}
