/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.boot.model.BeforeSingletons;
import io.migrations.boot.model.NoDatabase;
import io.migrations.boot.model.jdbc.DataJdbcModelAutoConfiguration;
import io.migrations.boot.model.jdbc.shop.Shop;
import io.migrations.boot.model.jpa.JpaModelAutoConfiguration;
import io.migrations.boot.model.jpa.clinic.Clinic;
import io.migrations.comparison.SchemaModel;
import io.migrations.schema.ObjectFilter;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What a command gets to know of the wanted schema, without a database and before anything of the application is there. */
class CommandModelTests {

    private final AtomicReference<ConfigurableApplicationContext> context = new AtomicReference<>();

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withInitializer(context::set)
            .withConfiguration(AutoConfigurations.of(
                    DataJdbcModelAutoConfiguration.class,
                    DataJdbcRepositoriesAutoConfiguration.class,
                    DataSourceTransactionManagerAutoConfiguration.class,
                    HibernateJpaAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JpaModelAutoConfiguration.class,
                    MigrationsAutoConfiguration.class))
            .withUserConfiguration(NoDatabase.class);

    private Optional<SchemaModel> model(ApplicationContextRunner started) {
        return BeforeSingletons.get(started, beans -> application().model());
    }

    private ContextApplication application() {
        return new ContextApplication(context.get(), Diagnostics.of(context.get()));
    }

    @Test
    void theEntitiesAreAModel() {
        assertThat(model(runner.withUserConfiguration(Clinic.class)))
                .hasValueSatisfying(model -> assertThat(model.statements()).hasSizeGreaterThan(20));
        assertThat(model(runner.withUserConfiguration(Shop.class)).map(SchemaModel::name))
                .hasValue("the entities of Spring Data JDBC");
    }

    @Test
    void anApplicationWithoutEntitiesHasNone() {
        ApplicationContextRunner empty = runner.withUserConfiguration(NoEntities.class);

        assertThat(model(empty)).isEmpty();
        ObjectFilter filter = BeforeSingletons.get(empty, beans -> application().filter());
        assertThat(filter).isNotNull();
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage
    static class NoEntities {}
}
