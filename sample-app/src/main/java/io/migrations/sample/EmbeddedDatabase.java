/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * A PostgreSQL server of the application's own, where no {@code spring.datasource.url} names another. It stops, and its
 * data goes, with the application context.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoUrl.class)
class EmbeddedDatabase {

    @Bean
    EmbeddedPostgres embeddedPostgres() throws IOException {
        // Not by the library's shutdown hook, which would run beside the context's and take the pool's server away.
        return EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedPostgres server) {
        return new EmbeddedConnectionDetails(server.getPort());
    }

    static final class NoUrl extends NoneNestedConditions {

        NoUrl() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static final class Url {}
    }
}
