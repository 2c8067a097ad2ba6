/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import org.springframework.boot.actuate.autoconfigure.info.ConditionalOnEnabledInfoContributor;
import org.springframework.boot.actuate.autoconfigure.info.InfoContributorFallback;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of {@code management.info.migrations.enabled}, which is off by default as Boot's own are. */
@AutoConfiguration(after = MonitorAutoConfiguration.class)
@ConditionalOnClass({InfoContributor.class, ConditionalOnEnabledInfoContributor.class})
@ConditionalOnBean(KnownStatuses.class)
public final class MigrationsInfoAutoConfiguration {

    @Bean
    @ConditionalOnEnabledInfoContributor(value = "migrations", fallback = InfoContributorFallback.DISABLE)
    MigrationsInfoContributor migrationsInfoContributor(KnownStatuses statuses) {
        return new MigrationsInfoContributor(statuses);
    }
}
