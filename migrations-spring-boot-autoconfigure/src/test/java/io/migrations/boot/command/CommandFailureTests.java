/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How commands end that cannot do what they are for. */
@DatabaseTest
class CommandFailureTests {

    private static final String NOWHERE = "--spring.datasource.url=jdbc:postgresql://localhost:1/none";

    @BeforeEach
    void forgetOtherStarts() {
        BusyApplication.STARTED.clear();
    }

    @Test
    void wrongUsageIsAnsweredBeforeAnythingOfTheApplication() {
        CommandInTest run =
                CommandInTest.run(BusyApplication.class, "hedas", NOWHERE, "--spring.config.import=nowhere:");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("There is no command 'hedas'. Did you mean ")
                .contains("'heads'")
                .endsWith("See 'migrations --help'." + System.lineSeparator());
    }

    @Test
    void helpIsAResult() {
        CommandInTest run = CommandInTest.run(BusyApplication.class, "heads", "--help", NOWHERE);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).startsWith("Usage: migrations heads");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void aFaultOfTheScriptsIsExplained(TestDatabase database) {
        CommandInTest run = CommandInTest.run(
                BusyApplication.class, database, "heads", "--json", "--migrations.locations=classpath:db/none");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("There are no scripts in 'classpath:db/none'.")
                .contains("Add a script such as");
        assertThat(json(run).path("error").path("message").asString())
                .startsWith("There are no scripts in 'classpath:db/none'.");
        assertThat(json(run).path("error").path("action").asString()).startsWith("Add a script such as");
    }

    @Test
    void aContextThatCannotStartIsExplained(TestDatabase database) {
        CommandInTest run =
                CommandInTest.run(BusyApplication.class, database, "heads", "--json", "--migrations.lock-timeout=-1s");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("migrations.lock-timeout", "It must be more than zero.");
        assertThat(json(run).path("error").path("message").asString()).contains("migrations.lock-timeout");
    }

    @Test
    void anEnvironmentThatCannotBeReadIsExplained() {
        CommandInTest run = CommandInTest.run(
                BusyApplication.class, "heads", NOWHERE, "--spring.config.import=file:/not/there.properties");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("file:/not/there.properties", "does not exist");
    }

    @Test
    void anUnexpectedFaultEndsTheCommand(TestDatabase database) {
        CommandInTest run = CommandInTest.run(BrokenApplication.class, database, "heads");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("The command failed unexpectedly", "'migrator' threw exception with message: too deep");
    }

    @Test
    void migrationsThatAreSwitchedOffHaveNoCommands(TestDatabase database) {
        CommandInTest run = CommandInTest.run(BusyApplication.class, database, "heads", "--migrations.enabled=false");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("'migrations.enabled' is 'false'", "'--migrations.enabled=true'");
        assertThat(BusyApplication.STARTED).isEmpty();
    }

    @Test
    void anApplicationWithoutADatabaseHasNoCommands() {
        CommandInTest run = CommandInTest.run(NoDatabaseApplication.class, "heads");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("There is no database to migrate", "Set 'spring.datasource.url'");
    }

    @Test
    void severalMigratorsAreNamed(TestDatabase database) {
        CommandInTest run = CommandInTest.run(TwoMigratorsApplication.class, database, "heads");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("'first', 'second'", "--instance first");
    }

    private static JsonNode json(CommandInTest run) {
        return JsonMapper.shared().readTree(run.out());
    }

    @Configuration(proxyBeanMethods = false)
    static class BrokenApplication extends BusyApplication {

        @Bean
        Migrator migrator() {
            throw new StackOverflowError("too deep");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoMigratorsApplication extends BusyApplication {

        @Bean
        Migrator first(DataSource dataSource) {
            var loader = new ScriptLoader(
                    List.of("classpath:db/migrations"), getClass().getClassLoader(), Placeholders.none());
            return new Migrator(dataSource, loader, MigratorSettings.defaults(), Clock.systemUTC());
        }

        @Bean
        Migrator second(DataSource dataSource) {
            return first(dataSource);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(exclude = DataSourceAutoConfiguration.class)
    static class NoDatabaseApplication {}
}
