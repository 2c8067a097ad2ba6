/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.engine.Migrator;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import jakarta.annotation.PostConstruct;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.context.metrics.buffering.BufferingApplicationStartup;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.SchemaManagement;
import org.springframework.boot.jdbc.SchemaManagementProvider;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.liquibase.autoconfigure.LiquibaseAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DatabaseInitializerDetector;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;

@DatabaseTest
class InitializationOrderTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    DataSourceInitializationAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    MigrationsAutoConfiguration.class));

    @Test
    void flywayAndLiquibaseThenOursThenTheSchemaScript(TestDatabase database) {
        database.execute("CREATE TABLE execution (position int GENERATED ALWAYS AS IDENTITY, who text)");
        with(database)
                .withConfiguration(
                        AutoConfigurations.of(FlywayAutoConfiguration.class, LiquibaseAutoConfiguration.class))
                .withPropertyValues(
                        "spring.flyway.locations=classpath:order/flyway",
                        "spring.flyway.baseline-on-migrate=true",
                        "spring.flyway.baseline-version=0",
                        "spring.liquibase.change-log=classpath:order/changelog.sql",
                        "spring.sql.init.mode=always",
                        "spring.sql.init.schema-locations=classpath:order/schema.sql",
                        "migrations.locations=classpath:order/migrations")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    List<String> order = database.jdbc()
                            .sql("SELECT who FROM execution ORDER BY position")
                            .query(String.class)
                            .list();
                    assertThat(order.subList(0, 2)).containsExactlyInAnyOrder("flyway", "liquibase");
                    assertThat(order.subList(2, order.size())).containsExactly("migrations", "schema.sql");
                });
    }

    @Test
    void hibernateValidatesWhatWeCreated(TestDatabase database) {
        with(database)
                .withConfiguration(AutoConfigurations.of(HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=validate")
                .run(context -> assertThat(context).hasNotFailed().hasSingleBean(EntityManagerFactory.class));
    }

    /** With {@code spring.jpa.bootstrap=async} the EntityManagerFactory is made on another thread, but not before. */
    @Test
    void hibernateValidatesInTheBackgroundToo(TestDatabase database) {
        with(database)
                .withConfiguration(AutoConfigurations.of(
                        TaskExecutionAutoConfiguration.class, HibernateJpaAutoConfiguration.class))
                .withUserConfiguration(Entities.class)
                .withPropertyValues("spring.jpa.bootstrap=async", "spring.jpa.hibernate.ddl-auto=validate")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBean(EntityManagerFactory.class).isOpen())
                            .isTrue();
                });
    }

    /** Boot asks of embedded databases, whose schema Hibernate would make otherwise. */
    @Test
    void aMigratedSchemaIsSaidToBeLookedAfterByWhateverUser(TestDatabase database) {
        with(database)
                .withPropertyValues(
                        "migrations.username=" + database.username(), "migrations.password=" + database.password())
                .run(context -> {
                    var provider = context.getBean(SchemaManagementProvider.class);
                    assertThat(context.getBean(Migrator.class).dataSource())
                            .isNotEqualTo(context.getBean(DataSource.class));
                    assertThat(provider.getSchemaManagement(context.getBean(DataSource.class)))
                            .isEqualTo(SchemaManagement.MANAGED);
                    assertThat(provider.getSchemaManagement(
                                    new DriverManagerDataSource("jdbc:postgresql://elsewhere/other")))
                            .isEqualTo(SchemaManagement.UNMANAGED);
                });
    }

    @Test
    void theStartupIsToldInSteps(TestDatabase database) {
        var startup = new BufferingApplicationStartup(1000);
        with(database)
                .withInitializer(context -> context.setApplicationStartup(startup))
                .run(context -> assertThat(startup.getBufferedTimeline().getEvents())
                        .extracting(event -> event.getStartupStep().getName())
                        .containsSubsequence("migrations.step", "migrations.step", "migrations.initialize"));
    }

    @Test
    void aBeanMayQueryWhenItIsCreated(TestDatabase database) {
        // Registered first, so that only the dependency puts it after the migrations.
        new ApplicationContextRunner()
                .withUserConfiguration(Querying.class)
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        MigrationsAutoConfiguration.class))
                .withPropertyValues(properties(database))
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void everyBeanThatNeedsTheDatabaseDependsOnUs(TestDatabase database) {
        with(database).withUserConfiguration(Annotated.class).run(context -> {
            var beans = (DefaultListableBeanFactory) context.getBeanFactory();
            for (String name : List.of("jdbcTemplate", "jdbcClient", "namedParameterJdbcTemplate", "annotated")) {
                if (beans.containsBeanDefinition(name)) {
                    assertThat(beans.getBeanDefinition(name).getDependsOn())
                            .as(name)
                            .contains("migrationsInitializer");
                }
            }
            assertThat(beans.getBeanDefinition("annotated").getDependsOn()).isNotNull();
        });
    }

    /** jOOQ is Java 21 bytecode. */
    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void jooqDependsOnUs(TestDatabase database) {
        with(database)
                .withConfiguration(AutoConfigurations.of(JooqAutoConfiguration.class))
                .run(context -> assertThat(context.getBeanFactory()
                                .getBeanDefinition("dslContext")
                                .getDependsOn())
                        .contains("migrationsInitializer"));
    }

    /** Quartz, Batch, Session and jOOQ are ordered through this detector; not all of their modules can be had here. */
    @Test
    void theDetectorStandsBetweenTheOtherToolsAndTheSchemaScript() {
        List<String> detectors =
                SpringFactoriesLoader.forDefaultResourceLocation().load(DatabaseInitializerDetector.class).stream()
                        .sorted(Comparator.comparingInt(DatabaseInitializerDetector::getOrder))
                        .map(detector -> detector.getClass().getSimpleName())
                        .toList();

        int ours = detectors.indexOf("MigrationsDatabaseInitializerDetector");
        assertThat(detectors.subList(0, ours))
                .contains(
                        "FlywayDatabaseInitializerDetector",
                        "FlywayMigrationInitializerDatabaseInitializerDetector",
                        "LiquibaseDatabaseInitializerDetector");
        assertThat(detectors.subList(ours + 1, detectors.size())).anyMatch(name -> name.contains("Script"));
    }

    private ApplicationContextRunner with(TestDatabase database) {
        return runner.withPropertyValues(properties(database));
    }

    private static String[] properties(TestDatabase database) {
        return new String[] {
            "spring.datasource.url=" + database.url(),
            "spring.datasource.username=" + database.username(),
            "spring.datasource.password=" + database.password()
        };
    }

    @Entity
    @Table(name = "orders")
    static class Order {

        @Id
        Long id;

        String notes;
    }

    @Configuration(proxyBeanMethods = false)
    static class Entities {

        /** Not a package: those below this one have entities of other tests. */
        @Bean
        PersistenceManagedTypes types() {
            return PersistenceManagedTypes.of(Order.class.getName());
        }
    }

    @Configuration("annotated")
    @DependsOnDatabaseInitialization
    static class Annotated {}

    @Configuration(proxyBeanMethods = false)
    static class Querying {

        private final JdbcTemplate jdbc;

        Querying(JdbcTemplate jdbc) {
            this.jdbc = jdbc;
        }

        @PostConstruct
        void query() {
            jdbc.queryForList("SELECT * FROM orders");
        }
    }
}
