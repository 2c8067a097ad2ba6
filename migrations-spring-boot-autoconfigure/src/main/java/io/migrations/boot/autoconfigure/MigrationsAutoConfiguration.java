/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.MigrationsInitializer;
import io.migrations.boot.MigratorCustomizer;
import io.migrations.boot.Migrators;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.metrics.ApplicationStartup;

/** Auto-configuration of a {@link Migrator} and of the {@link MigrationsInitializer} that runs it at startup. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "migrations.enabled", matchIfMissing = true)
@Conditional(MigrationsDatabaseCondition.class)
@EnableConfigurationProperties(MigrationsProperties.class)
@Import({DatabaseInitializationDependencyConfigurer.class, MigratorAssembly.class, InstancesRegistrar.class})
public final class MigrationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    @Conditional(WithoutInstances.class)
    Migrator migrator(MigratorAssembly assembly, MigrationsProperties properties) {
        return assembly.migrator(properties);
    }

    /** Databases to try things in, for commands and tests; none is made before it is asked for. */
    @Bean
    @ConditionalOnMissingBean
    @Conditional(WithoutInstances.class)
    ScratchSource scratchSource(
            MigrationsProperties properties,
            ObjectProvider<Migrator> migrators,
            ObjectProvider<JdbcConnectionDetails> details) {
        return new ScratchChoice(properties.scratch(), migrators, details);
    }

    @Bean
    static MigratorPostProcessor migratorPostProcessor(ObjectProvider<MigratorCustomizer> customizers) {
        return new MigratorPostProcessor(customizers);
    }

    /** After all others: who listens to events may be told of what a listener has made. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    MigratorCustomizer migrationEvents(ApplicationEventPublisher publisher, Environment environment) {
        return (name, migrator) -> migrator.withListener(new MigrationEventPublisher(name, publisher, environment));
    }

    @Bean
    MigratorCustomizer migrationStartupSteps(ApplicationStartup startup) {
        return (name, migrator) -> ApplicationStartup.DEFAULT.equals(startup)
                ? migrator
                : migrator.withListener(new StartupSteps(name, startup));
    }

    @Bean
    ManagedSchemas migrationsSchemaManagementProvider(ObjectProvider<Migrator> migrators) {
        return new ManagedSchemas(migrators);
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsInitializer migrationsInitializer(
            ListableBeanFactory beanFactory, MigrationsProperties properties, Environment environment) {
        return new MigrationsInitializer(
                MigratorStarts.of(Migrators.of(beanFactory), Instances.of(environment), properties));
    }

    /** With lazy initialization nothing else would ask for the initializer in an application without JPA or JdbcTemplate. */
    @Bean
    static LazyInitializationExcludeFilter migrationsLazyInitializationExcludeFilter() {
        return LazyInitializationExcludeFilter.forBeanTypes(MigrationsInitializer.class);
    }
}
