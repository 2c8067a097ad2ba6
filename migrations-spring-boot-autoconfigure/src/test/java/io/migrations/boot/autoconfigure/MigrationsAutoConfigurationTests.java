/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.MigrationsInitializer;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.revision.DatabaseState;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class MigrationsAutoConfigurationTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class));

    @Test
    void migratesTheApplicationsDatabase(TestDatabase database, CapturedOutput output) {
        with(database).run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(Migrator.class).hasSingleBean(MigrationsInitializer.class);
            assertThat(database.tables()).contains("orders", "migrations_revision", "migrations_journal");
        });

        String location = database.url().substring("jdbc:postgresql://".length());
        assertThat(lines(output))
                .singleElement()
                .asString()
                .containsPattern("INFO.*Migrations: " + Pattern.quote(location)
                        + " is current, heads \\[002]; applied \\[001, 002] in \\d+ ms$");
    }

    @Test
    void backsOffWithoutADataSource(CapturedOutput output) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(MigrationsAutoConfiguration.class))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(Migrator.class)
                        .doesNotHaveBean(MigrationsInitializer.class)
                        .doesNotHaveBean(MigrationsProperties.class));

        assertThat(lines(output)).singleElement().asString().contains("INFO", "there is no DataSource");
    }

    @Test
    void backsOffWhenDisabled(TestDatabase database) {
        with(database).withPropertyValues("migrations.enabled=false").run(context -> {
            assertThat(context).doesNotHaveBean(Migrator.class).doesNotHaveBean(MigrationsInitializer.class);
            assertThat(database.tables()).isEmpty();
        });
    }

    @Test
    void runsAMigratorOfTheUsersOwn(TestDatabase database) {
        var loader = new ScriptLoader(List.of("db/migrations"), getClass().getClassLoader(), Placeholders.none());
        var own = new Migrator(database.dataSource(), loader, MigratorSettings.defaults(), Clock.systemUTC());

        runner.withBean("own", Migrator.class, () -> own)
                .withPropertyValues("migrations.target=001")
                .run(context -> {
                    assertThat(context.getBean(Migrator.class).dataSource()).isSameAs(own.dataSource());
                    assertThat(own.status().state()).isEqualTo(DatabaseState.BEHIND);
                    assertThat(database.tables()).contains("orders");
                });
    }

    @Test
    void runsAnInitializerOfTheUsersOwn(TestDatabase database) {
        with(database)
                .withBean(MigrationsInitializer.class, () -> new MigrationsInitializer(List.of()))
                .run(context -> {
                    assertThat(context).hasSingleBean(MigrationsInitializer.class);
                    assertThat(database.tables()).isEmpty();
                });
    }

    @Test
    void migratesUnderLazyInitialization(TestDatabase database) {
        with(database)
                .withInitializer(context ->
                        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
                .run(context -> assertThat(database.tables()).contains("orders"));
    }

    @Test
    void theJournalNamesTheApplicationAndItsVersion(TestDatabase database) {
        with(database)
                .withPropertyValues("spring.application.name=shop", "spring.application.version=1.0")
                .run(context -> assertThat(applications(database)).containsExactly("shop 1.0", "shop 1.0"));
    }

    @Test
    void theVersionOfTheBuildWins(TestDatabase database) {
        var build = new Properties();
        build.setProperty("version", "2.0");
        with(database)
                .withPropertyValues("spring.application.name=shop", "spring.application.version=1.0")
                .withBean(BuildProperties.class, () -> new BuildProperties(build))
                .run(context -> assertThat(applications(database)).containsExactly("shop 2.0", "shop 2.0"));
    }

    private ApplicationContextRunner with(TestDatabase database) {
        return runner.withPropertyValues(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }

    private static List<String> applications(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT application || ' ' || application_version FROM migrations_journal"
                        + " WHERE action <> 'fingerprint'")
                .query(String.class)
                .list();
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getAll().lines().filter(line -> line.contains(" i.m.b")).toList();
    }
}
