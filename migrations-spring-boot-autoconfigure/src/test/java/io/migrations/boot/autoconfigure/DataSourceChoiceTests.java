/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.MigrationsConnectionDetails;
import io.migrations.engine.Migrator;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class DataSourceChoiceTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class))
            .withPropertyValues("migrations.startup.mode=off");

    @Test
    void theApplicationsDataSourceIfItIsTheOnlyOne(TestDatabase database) {
        with(database)
                .run(context -> assertThat(chosen(context.getBean(Migrator.class)))
                        .isSameAs(context.getBean(DataSource.class)));
    }

    @Test
    void theMarkedOneBeforeTheUrl(TestDatabase database) {
        with(database)
                .withUserConfiguration(Marked.class)
                .withPropertyValues("migrations.url=jdbc:postgresql://other/db")
                .run(context -> assertThat(chosen(context.getBean(Migrator.class)))
                        .isSameAs(context.getBean("migrationsDataSource"))
                        .isNotSameAs(context.getBean(DataSource.class)));
    }

    @Test
    void theMarkedOneEvenIfNoOtherExists() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationsAutoConfiguration.class))
                .withPropertyValues("migrations.startup.mode=off")
                .withUserConfiguration(Marked.class)
                .run(context -> assertThat(chosen(context.getBean(Migrator.class)))
                        .isSameAs(context.getBean("migrationsDataSource")));
    }

    @Test
    void aConnectionOfItsOwnForTheUrl(TestDatabase database) {
        with(database)
                .withPropertyValues(
                        "migrations.url=jdbc:postgresql://other:5433/db",
                        "migrations.username=owner",
                        "migrations.password=secret")
                .run(context -> assertThat(chosen(context.getBean(Migrator.class)))
                        .isInstanceOfSatisfying(SimpleDriverDataSource.class, own -> {
                            assertThat(own.getUrl()).isEqualTo("jdbc:postgresql://other:5433/db");
                            assertThat(own.getUsername()).isEqualTo("owner");
                            assertThat(own.getPassword()).isEqualTo("secret");
                        }));
    }

    /** A container's, or Docker Compose's: a test must not migrate what the configuration names. */
    @Test
    void whatAServiceConnectionSaysBeforeTheUrlAndItsUser(TestDatabase database) {
        for (String property :
                new String[] {"migrations.url=jdbc:postgresql://production/db", "migrations.username=owner"}) {
            with(database)
                    .withBean(MigrationsConnectionDetails.class, Served::new)
                    .withPropertyValues(property)
                    .run(context -> assertThat(chosen(context.getBean(Migrator.class)))
                            .isInstanceOfSatisfying(SimpleDriverDataSource.class, own -> {
                                assertThat(own.getUrl()).isEqualTo("jdbc:postgresql://container/test");
                                assertThat(own.getUsername()).isEqualTo("test");
                            }));
        }
        with(database)
                .withBean(MigrationsConnectionDetails.class, Served::new)
                .run(context -> assertThat(chosen(context.getBean(Migrator.class)))
                        .isSameAs(context.getBean(DataSource.class)));
    }

    @Test
    void severalServiceConnectionsAreNotChosenFromNorPassedOver(TestDatabase database) {
        with(database)
                .withBean("shop", MigrationsConnectionDetails.class, Served::new)
                .withBean("reports", MigrationsConnectionDetails.class, Served::new)
                .withPropertyValues("migrations.url=jdbc:postgresql://production/db")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("Several service connections"));
    }

    static final class Served implements MigrationsConnectionDetails {

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://container/test";
        }

        @Override
        public String getUsername() {
            return "test";
        }

        @Override
        public String getPassword() {
            return "test";
        }
    }

    @Test
    void theUrlAloneIsEnough(TestDatabase database) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationsAutoConfiguration.class))
                .withPropertyValues(
                        "migrations.url=" + database.url(),
                        "migrations.username=" + database.username(),
                        "migrations.password=" + database.password())
                .run(context -> {
                    assertThat(context).hasNotFailed().doesNotHaveBean(DataSource.class);
                    assertThat(database.tables()).contains("orders");
                });
    }

    @Test
    void theApplicationsWithOtherCredentialsForTheUsername(TestDatabase database, CapturedOutput output) {
        String owner = "owner_" + database.name();
        database.execute("CREATE ROLE " + owner + " LOGIN PASSWORD 'secret'");
        database.execute("GRANT CREATE ON SCHEMA public TO " + owner);
        try {
            // Credentials in the url would win over those given beside it.
            runner.withPropertyValues(
                            "spring.datasource.url=" + database.url() + "?user=" + database.username()
                                    + "&ApplicationName=shop&password=" + database.password(),
                            "migrations.startup.mode=upgrade",
                            "migrations.username=" + owner,
                            "migrations.password=secret")
                    .run(context -> assertThat(database.jdbc()
                                    .sql("SELECT DISTINCT database_user FROM migrations_journal")
                                    .query(String.class)
                                    .single())
                            .isEqualTo(owner));
            assertThat(output).contains(database.name()).doesNotContain("secret", "user=");
        } finally {
            database.execute("DROP OWNED BY " + owner);
            database.execute("DROP ROLE " + owner);
        }
    }

    @Test
    void thePrimaryOneOfSeveral() {
        runner.withUserConfiguration(Two.class, MainOne.class)
                .run(context ->
                        assertThat(chosen(context.getBean(Migrator.class))).isSameAs(context.getBean("main")));
    }

    @Test
    void noneOfSeveralWithoutAChoice() {
        runner.withUserConfiguration(Two.class)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                MultipleDataSourcesException.class,
                                exception -> assertThat(exception.beanNames()).containsExactly("orders", "billing")));
    }

    @Test
    void aPoolGetsItsConnectionsBack(TestDatabase database) {
        with(database)
                .withPropertyValues("migrations.startup.mode=upgrade", "spring.datasource.hikari.maximum-pool-size=1")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    try (Connection connection =
                            context.getBean(DataSource.class).getConnection()) {
                        assertThat(connection.getAutoCommit()).isTrue();
                    } catch (SQLException exception) {
                        throw new IllegalStateException(exception);
                    }
                });
    }

    private ApplicationContextRunner with(TestDatabase database) {
        return runner.withPropertyValues(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }

    private static DataSource chosen(Migrator migrator) {
        return migrator.dataSource();
    }

    @Configuration(proxyBeanMethods = false)
    static class Marked {

        @MigrationsDataSource
        @Bean(defaultCandidate = false)
        DataSource migrationsDataSource() {
            return new DriverManagerDataSource("jdbc:postgresql://localhost/shop");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {

        @Bean
        DataSource orders() {
            return new DriverManagerDataSource();
        }

        @Bean
        DataSource billing() {
            return new DriverManagerDataSource();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class MainOne {

        @Bean
        @Primary
        DataSource main() {
            return new DriverManagerDataSource();
        }
    }
}
