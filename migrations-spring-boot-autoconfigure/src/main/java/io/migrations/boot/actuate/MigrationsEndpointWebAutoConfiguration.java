/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.autoconfigure.endpoint.expose.EndpointExposure;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import reactor.core.publisher.Mono;

/** Auto-configuration of the {@link MigrationsEndpoint} over HTTP: one extension, as an endpoint has no more. */
@AutoConfiguration(after = MigrationsEndpointAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(endpoint = MigrationsEndpoint.class, exposure = EndpointExposure.WEB)
@ConditionalOnBean(MigrationsEndpoint.class)
public final class MigrationsEndpointWebAutoConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
    @ConditionalOnClass({ReactiveSecurityContextHolder.class, Mono.class})
    static class WhereTheCallerIsInTheFlow {

        @Bean
        @ConditionalOnMissingBean({MigrationsEndpointWebExtension.class, ReactiveMigrationsEndpointWebExtension.class})
        ReactiveMigrationsEndpointWebExtension reactiveMigrationsEndpointWebExtension(MigrationsEndpoint endpoint) {
            return new ReactiveMigrationsEndpointWebExtension(new MigrationsEndpointWebExtension(endpoint));
        }
    }

    // After the nested one's, whose bean it would otherwise stand beside.
    @Bean
    @ConditionalOnMissingBean({MigrationsEndpointWebExtension.class, ReactiveMigrationsEndpointWebExtension.class})
    MigrationsEndpointWebExtension migrationsEndpointWebExtension(MigrationsEndpoint endpoint) {
        return new MigrationsEndpointWebExtension(endpoint);
    }
}
