/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the health of the databases' revisions. */
@AutoConfiguration(after = MonitorAutoConfiguration.class)
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(KnownStatuses.class)
@ConditionalOnEnabledHealthIndicator("migrations")
public final class MigrationsHealthAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(name = {"migrationsHealthContributor", "migrationsHealthIndicator"})
    HealthContributor migrationsHealthContributor(KnownStatuses statuses, MigrationsHealthProperties properties) {
        Map<String, KnownStatus> byName = statuses.byName();
        return byName.size() == 1
                ? new MigrationsHealthIndicator(byName.values().iterator().next(), properties.status())
                : CompositeHealthContributor.fromMap(
                        byName, known -> new MigrationsHealthIndicator(known, properties.status()));
    }
}
