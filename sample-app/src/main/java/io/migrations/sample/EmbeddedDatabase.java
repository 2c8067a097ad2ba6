/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * A PostgreSQL server of the application's own, where no {@code spring.datasource.url} names another and
 * {@code sample.database.embedded} is not false. Its data stays in {@code sample.database.directory}.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedDatabase.NoUrl.class)
@ConditionalOnBooleanProperty(name = "sample.database.embedded", matchIfMissing = true)
class EmbeddedDatabase {

    @Bean
    EmbeddedServer embeddedServer(@Value("${sample.database.directory}") Path directory) {
        return EmbeddedServer.of(new DatabaseDirectory(directory));
    }

    @Bean
    JdbcConnectionDetails embeddedConnectionDetails(EmbeddedServer server) {
        return new EmbeddedConnectionDetails(server.port());
    }

    static final class NoUrl extends NoneNestedConditions {

        NoUrl() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static final class Url {}
    }
}
