/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.actuate;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.engine.Migrator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.convert.support.ConfigurableConversionService;

class MigrationsEndpointAutoConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(MigrationsAutoConfiguration.class, MigrationsEndpointAutoConfiguration.class))
            .withInitializer(context -> context.getEnvironment().setConversionService((ConfigurableConversionService)
                    ApplicationConversionService.getSharedInstance()))
            .withPropertyValues("migrations.startup.mode=off", "migrations.url=jdbc:postgresql://localhost:1/none");

    @Test
    void isThereWhenExposed() {
        exposed().run(context -> assertThat(context).hasSingleBean(MigrationsEndpoint.class));
    }

    @Test
    void isNotExposedByDefault() {
        runner.run(
                context -> assertThat(context).hasSingleBean(Migrator.class).doesNotHaveBean(MigrationsEndpoint.class));
    }

    @Test
    void backsOffWithoutAccess() {
        exposed()
                .withPropertyValues("management.endpoint.migrations.access=none")
                .run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
    }

    @Test
    void backsOffWithoutMigrator() {
        exposed()
                .withPropertyValues("migrations.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(MigrationsEndpoint.class));
    }

    @Test
    void backsOffForAnotherEndpoint() {
        exposed()
                .withBean(
                        "mine",
                        MigrationsEndpoint.class,
                        () -> MigrationsEndpointTests.endpoint(new GenericApplicationContext()))
                .run(context -> assertThat(context)
                        .hasSingleBean(MigrationsEndpoint.class)
                        .hasBean("mine"));
    }

    @Test
    void backsOffWithoutActuator() {
        exposed()
                .withClassLoader(new FilteredClassLoader(ConditionalOnAvailableEndpoint.class, Endpoint.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .hasSingleBean(Migrator.class)
                        .doesNotHaveBean("migrationsEndpoint"));
    }

    private ApplicationContextRunner exposed() {
        return runner.withPropertyValues("management.endpoints.web.exposure.include=migrations");
    }
}
