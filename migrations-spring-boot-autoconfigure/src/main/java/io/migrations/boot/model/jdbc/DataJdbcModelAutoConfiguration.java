/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model.jdbc;

import io.migrations.boot.model.EntityModel;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.persistence.autoconfigure.EntityScanner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

/** Auto-configuration of the {@link EntityModel} of Spring Data JDBC. */
@AutoConfiguration
@ConditionalOnClass({JdbcMappingContext.class, EntityScanner.class})
@ConditionalOnBooleanProperty(name = "migrations.enabled", matchIfMissing = true)
public final class DataJdbcModelAutoConfiguration {

    @Bean
    EntityModel dataJdbcEntityModel(ConfigurableApplicationContext context) {
        return new JdbcEntities(context);
    }
}
