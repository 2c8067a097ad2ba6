/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.MigrationsConnectionDetails;
import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.engine.Migrator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetailsFactories;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.testcontainers.postgresql.PostgreSQLContainer;

class ServiceConnectionTests {

    @Test
    void whateverLeadsToADatabaseLeadsTheMigrationsThere() {
        JdbcConnectionDetails jdbc = new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return "test";
            }

            @Override
            public String getPassword() {
                return "pw";
            }

            @Override
            public String getJdbcUrl() {
                return "jdbc:postgresql://compose/test";
            }
        };

        var details = (MigrationsConnectionDetails)
                new ConnectionDetailsFactories(getClass().getClassLoader())
                        .getConnectionDetails(jdbc, false)
                        .get(MigrationsConnectionDetails.class);

        assertThat(details.getJdbcUrl()).isEqualTo("jdbc:postgresql://compose/test");
        assertThat(details.getUsername()).isEqualTo("test");
        assertThat(details.getPassword()).isEqualTo("pw");
    }

    @Test
    @EnabledIfSystemProperty(named = "migrations.test.database", matches = "container")
    void aContainerWinsOverTheUrlOfProduction() {
        new ApplicationContextRunner()
                .withUserConfiguration(Containers.class)
                .withConfiguration(AutoConfigurations.of(
                        ServiceConnectionAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        MigrationsAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://production/db",
                        "migrations.url=jdbc:postgresql://production/db",
                        "migrations.username=owner")
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(MigrationsConnectionDetails.class);
                    assertThat(context.getBean(Migrator.class).status().databaseHeads())
                            .containsExactly("002");
                    assertThat(JdbcClient.create(context.getBean(DataSource.class))
                                    .sql("SELECT count(*) FROM orders")
                                    .query(Integer.class)
                                    .single())
                            .isZero();
                });
    }

    @Configuration(proxyBeanMethods = false)
    static class Containers {

        @Bean
        @ServiceConnection
        PostgreSQLContainer postgres() {
            return new PostgreSQLContainer("postgres:18-alpine").withDatabaseName("postgres");
        }
    }
}
