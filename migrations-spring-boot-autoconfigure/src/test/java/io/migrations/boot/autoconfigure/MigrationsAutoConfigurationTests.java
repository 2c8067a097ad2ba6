/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.migrations.boot.MigrationsInitializer;
import io.migrations.boot.StartupMode;
import io.migrations.engine.LockMode;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.engine.NotCurrentException;
import io.migrations.engine.TransactionPer;
import io.migrations.revision.DatabaseState;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;

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

        assertThat(lines(output))
                .singleElement()
                .asString()
                .containsPattern("INFO.*Migrations: localhost:\\d+/" + database.name()
                        + " is current, heads \\[002]; applied \\[001, 002] in \\d+ ms$");
    }

    @Test
    void aSecondStartSendsExactlyOneStatement(TestDatabase database) {
        with(database).run(context -> assertThat(context).hasNotFailed());
        var recording = new RecordingDataSource(database.dataSource());

        runner.withBean(DataSource.class, () -> recording)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(recording.statements()).singleElement().asString().contains("migrations_revision");
    }

    @Test
    void backsOffWithoutADataSource(CapturedOutput output) {
        var logger = (Logger) LoggerFactory.getLogger(MigrationsDatabaseCondition.class);
        logger.setLevel(Level.DEBUG);
        try {
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(MigrationsAutoConfiguration.class))
                    .run(context -> assertThat(context)
                            .hasNotFailed()
                            .doesNotHaveBean(Migrator.class)
                            .doesNotHaveBean(MigrationsInitializer.class)
                            .doesNotHaveBean(MigrationsProperties.class));
        } finally {
            logger.setLevel(null);
        }

        assertThat(lines(output)).singleElement().asString().contains("DEBUG", "there is no DataSource");
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
                    assertThat(context).getBean(Migrator.class).isSameAs(own);
                    assertThat(own.status().state()).isEqualTo(DatabaseState.BEHIND);
                    assertThat(database.tables()).contains("orders");
                });
    }

    @Test
    void runsAnInitializerOfTheUsersOwn(TestDatabase database) {
        with(database)
                .withBean(
                        MigrationsInitializer.class,
                        () -> new MigrationsInitializer(List.of(), StartupMode.UPGRADE, "head", Duration.ZERO))
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
    void bindsEveryProperty(TestDatabase database) {
        with(database)
                .withPropertyValues(
                        "migrations.locations=classpath:db/migrations",
                        "migrations.schema=history",
                        "migrations.revision-table=revisions",
                        "migrations.journal-table=journal",
                        "migrations.target=heads",
                        "migrations.startup.wait-timeout=7s",
                        "migrations.lock.mode=transaction",
                        "migrations.lock.timeout=1m",
                        "migrations.lock-timeout=3s",
                        "migrations.retry.max-attempts=4",
                        "migrations.transaction-per=run",
                        "migrations.placeholders.owner=app")
                .run(context -> {
                    var properties = context.getBean(MigrationsProperties.class);
                    assertThat(properties.lock().mode()).isEqualTo(LockMode.TRANSACTION);
                    assertThat(properties.transactionPer()).isEqualTo(TransactionPer.RUN);
                    assertThat(properties.startup().waitTimeout()).hasSeconds(7);
                    assertThat(properties.placeholders()).containsEntry("owner", "app");
                    MigratorSettings settings = properties.settings("shop", null);
                    assertThat(settings.lockWait()).hasMinutes(1);
                    assertThat(settings.statementLockTimeout()).hasSeconds(3);
                    assertThat(settings.maxAttempts()).isEqualTo(4);
                    assertThat(database.jdbc()
                                    .sql("SELECT count(*) FROM history.revisions")
                                    .query(Integer.class)
                                    .single())
                            .isEqualTo(2);
                    assertThat(database.jdbc()
                                    .sql("SELECT count(*) FROM history.journal")
                                    .query(Integer.class)
                                    .single())
                            .isEqualTo(2);
                });
    }

    @Test
    void withoutPropertiesTheDefaultsAreTheEngines(TestDatabase database) {
        with(database).withPropertyValues("migrations.startup.mode=off").run(context -> {
            var properties = context.getBean(MigrationsProperties.class);
            assertThat(properties.settings(null, null)).isEqualTo(MigratorSettings.defaults());
            assertThat(properties.scriptPlaceholders()).isSameAs(Placeholders.none());
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"migrations.lock.timeout=0s", "migrations.lock-timeout=-1s", "migrations.retry.max-attempts=0"})
    void aValueOutOfRangeNamesItsProperty(String property, TestDatabase database) {
        with(database)
                .withPropertyValues(property)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                InvalidConfigurationPropertyValueException.class,
                                exception -> assertThat(property).startsWith(exception.getName() + "=")));
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

    @Test
    void modeValidateFailsUnlessCurrent(TestDatabase database) {
        with(database)
                .withPropertyValues("migrations.startup.mode=validate")
                .run(context -> assertThat(context).getFailure().rootCause().isInstanceOf(NotCurrentException.class));
        with(database).run(context -> assertThat(context).hasNotFailed());
        with(database)
                .withPropertyValues("migrations.startup.mode=validate")
                .run(context -> assertThat(context).hasNotFailed());
    }

    @Test
    void modeWaitWaitsForAnotherProcess(TestDatabase database, CapturedOutput output) {
        var other = new Thread(() -> {
            try {
                Thread.sleep(500);
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
            }
            with(database).run(context -> {});
        });
        other.start();
        with(database)
                .withPropertyValues("migrations.startup.mode=wait")
                .run(context -> assertThat(context).hasNotFailed());
        assertThat(output).contains("checked in");
    }

    @Test
    void modeOffKeepsTheMigratorAndLeavesTheDatabaseAlone(TestDatabase database, CapturedOutput output) {
        with(database).withPropertyValues("migrations.startup.mode=off").run(context -> {
            assertThat(context).hasSingleBean(Migrator.class);
            assertThat(database.tables()).isEmpty();
        });
        assertThat(lines(output)).singleElement().asString().contains("the startup mode is 'off'");
    }

    @Test
    void warnsOfTheRevisionsOfANewerBuild(TestDatabase database, @TempDir Path folder, CapturedOutput output)
            throws IOException {
        with(database).run(context -> {});
        String first = "001_create_orders.sql";
        Files.write(folder.resolve(first), new ClassPathResource("db/migrations/" + first).getContentAsByteArray());

        with(database)
                .withPropertyValues("migrations.locations=file:" + folder)
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(lines(output)).element(1).asString().contains("is ahead, heads [001]; nothing to apply");
        assertThat(lines(output))
                .last()
                .asString()
                .contains("WARN", database.name() + " is ahead of this build, which does not know [002]");
    }

    private ApplicationContextRunner with(TestDatabase database) {
        return runner.withPropertyValues(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }

    private static List<String> applications(TestDatabase database) {
        return database.jdbc()
                .sql("SELECT application || ' ' || application_version FROM migrations_journal")
                .query(String.class)
                .list();
    }

    private static List<String> lines(CapturedOutput output) {
        return output.getAll().lines().filter(line -> line.contains(" i.m.b")).toList();
    }
}
