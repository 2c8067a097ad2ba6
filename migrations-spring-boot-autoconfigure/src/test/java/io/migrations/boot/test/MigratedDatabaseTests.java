/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariDataSource;
import io.migrations.boot.MigrationsConnectionDetails;
import io.migrations.engine.MigrationListener;
import io.migrations.engine.Migrator;
import io.migrations.revision.Step;
import io.migrations.test.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

class MigratedDatabaseTests {

    private static final JdbcClient SERVER =
            JdbcClient.create(PostgresServer.shared().dataSource("postgres"));

    private static TestContext test(Class<?> type) {
        return new TestContextManager(type).getTestContext();
    }

    private static String databaseOf(ApplicationContext context) {
        return JdbcClient.create(context.getBean(DataSource.class))
                .sql("SELECT current_database()")
                .query(String.class)
                .single();
    }

    private static List<String> databases() {
        return SERVER.sql("SELECT datname FROM pg_database").query(String.class).list();
    }

    private static void assertIsDroppedWhenTheContextCloses(TestContext test) {
        String copy = databaseOf(test.getApplicationContext());
        assertThat(copy).startsWith("migrations_copy_");
        assertThat(databases()).contains(copy);
        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
        assertThat(databases()).doesNotContain(copy);
    }

    @Test
    void theStartFindsNothingToDo() {
        TestContext test = test(Listening.class);
        ApplicationContext context = test.getApplicationContext();

        assertThat(context.getBean(Steps.class).started).isEmpty();
        assertThat(context.getBean(Migrator.class).status().databaseHeads()).containsExactly("002");
        assertThat(context.getBean(HikariDataSource.class).getJdbcUrl()).contains("/migrations_copy_");
        assertIsDroppedWhenTheContextCloses(test);
    }

    @MigratedDatabase
    @SpringBootTest(classes = {OrdersApplication.class, Steps.class})
    static class Listening {}

    static class Steps implements MigrationListener {

        final List<String> started = new ArrayList<>();

        @Override
        public void stepStarted(Step step, int index, int total) {
            started.add(step.revision().id());
        }
    }

    @Test
    void classesWithTheSameContextShareACopyAndOthersDoNot() {
        TestContext first = test(First.class);
        TestContext same = test(Same.class);
        TestContext other = test(Other.class);
        String copy = databaseOf(first.getApplicationContext());

        assertThat(same.getApplicationContext()).isSameAs(first.getApplicationContext());
        assertThat(databaseOf(other.getApplicationContext()))
                .startsWith("migrations_copy_")
                .isNotEqualTo(copy);
        assertIsDroppedWhenTheContextCloses(first);
        assertIsDroppedWhenTheContextCloses(other);
        test(Without.class).getApplicationContext();
        assertThat(databaseOf(test(Without.class).getApplicationContext())).isEqualTo("postgres");
    }

    @MigratedDatabase
    @SpringBootTest(classes = OrdersApplication.class)
    static class First {}

    static class Same extends First {}

    @MigratedDatabase
    @SpringBootTest(classes = OrdersApplication.class, properties = "a=b")
    static class Other {}

    @SpringBootTest(classes = OrdersApplication.class, properties = "migrations.startup.mode=off")
    static class Without {}

    @Test
    void aDataSourceOfOnesOwnIsLedToTheCopy() {
        assertIsDroppedWhenTheContextCloses(test(OwnDataSource.class));
    }

    @MigratedDatabase
    @SpringBootTest(classes = {OrdersApplication.class, OwnDataSource.class})
    static class OwnDataSource {

        @Bean
        PGSimpleDataSource own() {
            return (PGSimpleDataSource) PostgresServer.shared().dataSource("postgres");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Served.class, ServedAndMigratedApart.class, ServedAndMigratedAsAnother.class})
    void aServiceConnectionIsLedToTheCopyWhateverIsConfigured(Class<?> type) {
        assertIsDroppedWhenTheContextCloses(test(type));
    }

    @MigratedDatabase
    @SpringBootTest(
            classes = {OrdersApplication.class, ServiceConnection.class},
            properties = "spring.datasource.url=jdbc:postgresql://localhost:1/production")
    static class Served {}

    @MigratedDatabase
    @SpringBootTest(
            classes = {OrdersApplication.class, ServiceConnection.class},
            properties = "migrations.url=jdbc:postgresql://localhost:1/production")
    static class ServedAndMigratedApart {}

    @MigratedDatabase
    @SpringBootTest(
            classes = {OrdersApplication.class, ServiceConnection.class},
            properties = {"spring.datasource.url=jdbc:postgresql://localhost:1/production", "migrations.username=nobody"
            })
    static class ServedAndMigratedAsAnother {}

    @Test
    void migrationsThatAServiceConnectionDoesNotLeadAreLeftAlone() {
        assertThatThrownBy(() -> test(MigratedElsewhere.class).getApplicationContext())
                .hasRootCauseInstanceOf(NotReplacedException.class);
    }

    @MigratedDatabase
    @SpringBootTest(
            classes = OrdersApplication.class,
            properties = "migrations.url=jdbc:postgresql://localhost:1/production")
    static class MigratedElsewhere {}

    /** What a container has beside the connection details that the application has already. */
    static class ServiceConnection {

        @Bean
        MigrationsConnectionDetails migrationsOfContainer() {
            return new MigrationsConnectionDetails() {

                @Override
                public String getJdbcUrl() {
                    return PostgresServer.shared().url("postgres");
                }

                @Override
                public String getUsername() {
                    return PostgresServer.shared().username();
                }

                @Override
                public String getPassword() {
                    return PostgresServer.shared().password();
                }
            };
        }
    }

    @Test
    void migrationsWithAUserOfTheirOwnAreLedToTheCopy() {
        TestContext test = test(OwnUser.class);
        ApplicationContext context = test.getApplicationContext();

        DataSource own = context.getBean(Migrator.class).dataSource();
        assertThat(own).isNotSameAs(context.getBean(DataSource.class));
        assertThat(JdbcClient.create(own)
                        .sql("SELECT current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo(databaseOf(context));
        assertIsDroppedWhenTheContextCloses(test);
    }

    @MigratedDatabase
    @SpringBootTest(
            classes = OrdersApplication.class,
            properties = {"migrations.username=postgres", "migrations.password=postgres"})
    static class OwnUser {}

    @Test
    void urlsInPropertiesAreLedToTheCopy() {
        PostgresServer server = PostgresServer.shared();
        new ApplicationContextRunner()
                .withUserConfiguration(OrdersApplication.class)
                .withAllowBeanDefinitionOverriding(true)
                .withPropertyValues(
                        "spring.datasource.url=" + server.url("postgres"),
                        "migrations.url=" + server.url("postgres") + "?ApplicationName=x",
                        "migrations.username=" + server.username(),
                        "migrations.password=" + server.password())
                .withInitializer(context -> TestedDatabase.COPIED.customizeContext(context, null))
                .run(context -> {
                    assertThat(databaseOf(context)).startsWith("migrations_copy_");
                    assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                            .endsWith("/" + databaseOf(context));
                    assertThat(context.getEnvironment().getProperty("migrations.url"))
                            .endsWith("/" + databaseOf(context) + "?ApplicationName=x");
                });
    }

    @Test
    void whatCannotBeReplacedIsNamed() {
        assertThat(catchThrowable(() -> test(Silent.class).getApplicationContext()))
                .rootCause()
                .isInstanceOf(NotReplacedException.class)
                .hasMessageContaining("@MigratedDatabase cannot replace")
                .hasMessageContaining("MigratedDatabases");
        assertThat(catchThrowable(() -> test(Unmigrated.class).getApplicationContext()))
                .rootCause()
                .isInstanceOf(NotReplacedException.class)
                .hasMessageContaining("the application context has no migrator");
        assertThat(databases()).noneMatch(name -> name.startsWith("migrations_copy_"));
    }

    @MigratedDatabase
    @SpringBootTest(classes = {OrdersApplication.class, Silent.class})
    static class Silent {

        @Bean
        AbstractDataSource own() {
            return new AbstractDataSource() {

                @Override
                public Connection getConnection() throws SQLException {
                    return PostgresServer.shared().dataSource("postgres").getConnection();
                }

                @Override
                public Connection getConnection(String username, String password) throws SQLException {
                    return getConnection();
                }
            };
        }
    }

    @MigratedDatabase
    @SpringBootTest(classes = OrdersApplication.class, properties = "migrations.enabled=false")
    static class Unmigrated {}

    @Test
    void aContextWhoseMigrationsFailLeavesNothing() {
        List<String> before = databases();

        assertThatThrownBy(() -> test(Failing.class).getApplicationContext())
                .rootCause()
                .hasMessageContaining("order");
        assertThat(databases()).containsExactlyInAnyOrderElementsOf(before);
    }

    @MigratedDatabase
    @SpringBootTest(classes = OrdersApplication.class, properties = "migrations.locations=classpath:roundtrips/broken")
    static class Failing {}
}
