/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import io.migrations.boot.MigrationsInitializer;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.MigrationListener;
import io.migrations.engine.Migrator;
import io.migrations.script.ScriptLoader;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Auto-configuration of a {@link Migrator} and of the {@link MigrationsInitializer} that runs it at startup. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "migrations.enabled", matchIfMissing = true)
@Conditional(MigrationsDatabaseCondition.class)
@EnableConfigurationProperties(MigrationsProperties.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
public final class MigrationsAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Migrator migrator(
            MigrationsProperties properties,
            @MigrationsDataSource ObjectProvider<DataSource> marked,
            ObjectProvider<DataSource> dataSources,
            ListableBeanFactory beanFactory,
            ResourceLoader resources,
            ObjectProvider<BuildProperties> build,
            Environment environment) {
        // The context's class loader, not that of this library: with DevTools the scripts are in another one.
        ClassLoader classLoader = resources.getClassLoader();
        ClassLoader known = classLoader == null ? ClassLoader.getSystemClassLoader() : classLoader;
        var loader = new ScriptLoader(
                properties.locations(),
                known,
                properties.scriptPlaceholders(),
                RevisionBeans.and(properties.packages(), beanFactory, known));
        BuildProperties built = build.getIfUnique();
        String version = built == null ? null : built.getVersion();
        var migrator = new Migrator(
                new DataSourceChoice(properties, marked, dataSources, beanFactory).dataSource(),
                loader,
                properties.settings(
                        environment.getProperty("spring.application.name"),
                        version == null ? environment.getProperty("spring.application.version") : version),
                Clock.systemUTC());
        for (MigrationListener listener : ListenerBeans.of(beanFactory)) {
            migrator = migrator.withListener(listener);
        }
        return migrator;
    }

    /** Databases to try things in, for commands and tests; none is made before it is asked for. */
    @Bean
    @ConditionalOnMissingBean
    ScratchSource scratchSource(
            MigrationsProperties properties,
            ObjectProvider<Migrator> migrators,
            ObjectProvider<JdbcConnectionDetails> details) {
        return new ScratchChoice(properties.scratch(), migrators, details);
    }

    @Bean
    MigrationListener migrationEventPublisher(ApplicationEventPublisher publisher, Environment environment) {
        return new MigrationEventPublisher(publisher, environment);
    }

    @Bean
    @ConditionalOnMissingBean
    MigrationsInitializer migrationsInitializer(ObjectProvider<Migrator> migrators, MigrationsProperties properties) {
        return new MigrationsInitializer(
                migrators.orderedStream().toList(),
                properties.startup().mode(),
                properties.target(),
                properties.startup().waitTimeout());
    }

    /** With lazy initialization nothing else would ask for the initializer in an application without JPA or JdbcTemplate. */
    @Bean
    static LazyInitializationExcludeFilter migrationsLazyInitializationExcludeFilter() {
        return LazyInitializationExcludeFilter.forBeanTypes(MigrationsInitializer.class);
    }
}
