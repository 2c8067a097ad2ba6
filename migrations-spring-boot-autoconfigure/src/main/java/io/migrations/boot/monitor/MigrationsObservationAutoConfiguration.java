/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import io.micrometer.observation.ObservationRegistry;
import io.migrations.boot.CommandMode;
import io.migrations.boot.MigratorCustomizer;
import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.engine.Migrator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Auto-configuration of the observations {@code migrations.run} and {@code migrations.step}. */
@AutoConfiguration(
        after = MigrationsAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean({Migrator.class, ObservationRegistry.class})
public final class MigrationsObservationAutoConfiguration {

    @Bean
    MigratorCustomizer observedMigrations(ObjectProvider<ObservationRegistry> registries, Environment environment) {
        // A command has nobody who would collect what is observed, and starts the quicker without.
        return (name, migrator) -> CommandMode.isActive(environment)
                ? migrator
                : migrator.withListener(new ObservedRun(name, registries.getObject()));
    }
}
