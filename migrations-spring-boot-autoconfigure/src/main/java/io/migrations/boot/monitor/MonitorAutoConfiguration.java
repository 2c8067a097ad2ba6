/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.engine.Migrator;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of what health, info and metrics know of the databases. */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnBean(Migrator.class)
@EnableConfigurationProperties(MigrationsHealthProperties.class)
public final class MonitorAutoConfiguration {

    @Bean
    KnownStatuses migrationsKnownStatuses(MigrationsHealthProperties properties, ListableBeanFactory beanFactory) {
        return new KnownStatuses(properties.timeToLive(), beanFactory);
    }
}
