/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import io.migrations.boot.actuate.run.MigrationRuns;
import io.migrations.boot.actuate.run.RunAudit;
import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.engine.Migrator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.Sanitizer;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/** Auto-configuration of the {@link MigrationsEndpoint}. */
@AutoConfiguration(after = MigrationsAutoConfiguration.class)
@ConditionalOnClass(ConditionalOnAvailableEndpoint.class)
@ConditionalOnAvailableEndpoint(MigrationsEndpoint.class)
@ConditionalOnBean(Migrator.class)
@EnableConfigurationProperties(MigrationsEndpointProperties.class)
public final class MigrationsEndpointAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MigrationRuns migrationRuns(MigrationsEndpointProperties properties, ApplicationEventPublisher publisher) {
        return new MigrationRuns(properties.allowDowngrade(), new RunAudit(publisher));
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsEndpoint migrationsEndpoint(
            ApplicationContext context,
            MigrationRuns runs,
            ObjectProvider<SanitizingFunction> sanitizing,
            MigrationsEndpointProperties properties) {
        var sql = new RevisionSql(new Sanitizer(sanitizing.orderedStream().toList()));
        return new MigrationsEndpoint(new ContextMigrators(context), runs, sql, properties);
    }
}
