/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the meters {@code migrations.*}. */
@AutoConfiguration(
        after = MonitorAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({KnownStatuses.class, MeterRegistry.class})
public final class MigrationsMetricsAutoConfiguration {

    @Bean
    MigrationsMeterBinder migrationsMeterBinder(KnownStatuses statuses) {
        return new MigrationsMeterBinder(statuses);
    }
}
