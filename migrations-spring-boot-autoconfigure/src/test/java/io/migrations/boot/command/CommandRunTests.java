/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.context.WebApplicationContext;

/** What a command starts of an application, and what not. */
@DatabaseTest
class CommandRunTests {

    @BeforeEach
    void forgetOtherStarts() {
        BusyApplication.STARTED.clear();
        BusyApplication.POOLS.clear();
    }

    @Test
    void startsNothingOfTheApplicationAndDoesNotMigrateIt(TestDatabase database) {
        CommandInTest run = CommandInTest.run(BusyApplication.class, database, "heads");

        assertThat(run).isEqualTo(new CommandInTest(0, lines("002 (head)"), ""));
        assertThat(BusyApplication.STARTED).isEmpty();
        assertThat(database.tables()).isEmpty();
    }

    @Test
    void whatNeedsNoDatabaseNeedsNoUrl() {
        String none = "--spring.datasource.embedded-database-connection=none";

        CommandInTest heads = CommandInTest.run(BusyApplication.class, "heads", none);
        CommandInTest asAnother =
                CommandInTest.run(BusyApplication.class, "heads", none, "--migrations.username=deployer");
        CommandInTest current = CommandInTest.run(BusyApplication.class, "current", none);

        assertThat(heads).isEqualTo(new CommandInTest(0, lines("002 (head)"), ""));
        assertThat(asAnother).isEqualTo(heads);
        assertThat(current.exitCode()).isEqualTo(1);
        assertThat(current.err()).contains("Failed to configure a DataSource: 'url' attribute is not specified");
    }

    @Test
    void isForOneOfSeveralDatabases(TestDatabase database) {
        String[] instances = {
            "--migrations.instances.shop.target=001",
            "--migrations.instances.audit.schema=audit",
            "--migrations.instances.audit.target=002"
        };

        CommandInTest shop = run(database, instances, "upgrade", "--instance", "shop");
        CommandInTest untold = run(database, instances, "current");
        CommandInTest unknown = run(database, instances, "current", "--instance=shops");
        CommandInTest current = run(database, instances, "current", "--instance=shop");
        CommandInTest audit = run(database, instances, "current", "--instance=audit", "--json");

        assertThat(shop.exitCode()).as(shop.err()).isZero();
        assertThat(untold.err()).contains("several migrators: 'audit', 'shop'", "--instance audit");
        assertThat(unknown.err()).contains("no migrator 'shops', only 'audit', 'shop'");
        assertThat(current.out()).isEqualTo(lines("001"));
        assertThat(audit.out()).startsWith("{\"heads\":[],");
    }

    private static CommandInTest run(TestDatabase database, String[] properties, String... command) {
        String[] all = Stream.concat(Stream.of(command), Stream.of(properties)).toArray(String[]::new);
        return CommandInTest.run(BusyApplication.class, database, all);
    }

    @Test
    void closesThePoolThatTheCommandUsed(TestDatabase database) {
        CommandInTest.run(BusyApplication.class, database, "heads");

        assertThat(BusyApplication.POOLS).hasSize(1).allMatch(HikariDataSource::isClosed);
    }

    @Test
    void theSameApplicationStartsAllOfItWithoutACommand(TestDatabase database) {
        try (var context = new SpringApplicationBuilder(BusyApplication.class)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password())) {
            await().untilAsserted(() -> assertThat(BusyApplication.STARTED)
                    .contains(
                            "ApplicationRunner",
                            "CommandLineRunner",
                            "SmartLifecycle",
                            "ContextRefreshedEvent",
                            "ApplicationReadyEvent",
                            "WebServerInitializedEvent",
                            "Scheduled"));
        }
        assertThat(database.tables()).contains("orders");
    }

    @Test
    void aKeptWebApplicationRunsWithItsPortTaken(TestDatabase database) throws IOException {
        try (var taken = new ServerSocket(0)) {
            String port = "--server.port=" + taken.getLocalPort();
            CommandInTest without = CommandInTest.run(WebOnlyApplication.class, database, "heads", port);
            CommandInTest kept = CommandInTest.run(
                    WebOnlyApplication.class,
                    database,
                    "heads",
                    port,
                    "--migrations.command.web-application-type=keep");

            assertThat(without.exitCode()).isEqualTo(1);
            assertThat(without.err()).contains("WebApplicationContext");
            assertThat(kept).isEqualTo(new CommandInTest(0, lines("002 (head)"), ""));
            assertThat(BusyApplication.STARTED).isEmpty();
        }
    }

    @Test
    void createsNoEntityManagerFactoryWhichTheDatabaseMightNotBeReadyFor(TestDatabase database) {
        CommandInTest run =
                CommandInTest.run(BusyApplication.class, database, "heads", "--spring.jpa.hibernate.ddl-auto=nonsense");

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void optionsOfTheCommandAreNoPropertiesOfTheApplication(TestDatabase database) {
        CommandInTest run = CommandInTest.run(PropertyApplication.class, database, "heads", "--json");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).startsWith("{").contains("\"002\"");
        assertThat(BusyApplication.STARTED).containsExactly("json=absent");
    }

    @Test
    void runsInTheContextOfTheHierarchyThatHasTheMigrator(TestDatabase database) {
        String[] arguments = {
            "heads",
            "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.username(),
            "--spring.datasource.password=" + database.password()
        };

        CommandInTest inChild = CommandInTest.run(
                new SpringApplicationBuilder(EmptyApplication.class).child(BusyApplication.class), arguments);
        CommandInTest inParent = CommandInTest.run(
                new SpringApplicationBuilder(BusyApplication.class).child(EmptyApplication.class), arguments);

        assertThat(inChild).isEqualTo(new CommandInTest(0, lines("002 (head)"), ""));
        assertThat(inParent).isEqualTo(inChild);
        assertThat(BusyApplication.STARTED).isEmpty();
    }

    private static String lines(String text) {
        return text + System.lineSeparator();
    }

    @Configuration(proxyBeanMethods = false)
    static class EmptyApplication {}

    @Configuration(proxyBeanMethods = false)
    static class WebOnlyApplication extends BusyApplication {

        @Bean
        static BeanPostProcessor needsTheWeb(WebApplicationContext context) {
            return new BeanPostProcessor() {};
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class PropertyApplication extends BusyApplication {

        @Bean
        static BeanPostProcessor looksForJson(Environment environment) {
            STARTED.add("json=" + environment.getProperty("json", "absent"));
            return new BeanPostProcessor() {};
        }
    }
}
