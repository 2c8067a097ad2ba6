/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.LockMode;
import io.migrations.engine.MigratorSettings;
import io.migrations.engine.TransactionPer;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.JavaRevisions;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

@DatabaseTest
class MigrationsPropertiesTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class));

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
                        "migrations.command.directory=db",
                        "migrations.command.file-name={id}_{slug}",
                        "migrations.transaction-per=run",
                        "migrations.drift.fingerprint=false",
                        "migrations.placeholders.owner=app")
                .run(context -> {
                    var properties = context.getBean(MigrationsProperties.class);
                    assertThat(properties.lock().mode()).isEqualTo(LockMode.TRANSACTION);
                    assertThat(properties.transactionPer()).isEqualTo(TransactionPer.RUN);
                    assertThat(properties.startup().waitTimeout()).hasSeconds(7);
                    assertThat(properties.placeholders()).containsEntry("owner", "app");
                    AuthoringSettings authoring =
                            properties.authoring(getClass().getClassLoader(), JavaRevisions.none());
                    assertThat(authoring.directory()).isEqualTo(Path.of("db"));
                    assertThat(authoring.fileName()).isEqualTo("{id}_{slug}");
                    assertThat(authoring.locations()).containsExactly("classpath:db/migrations");
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

    private ApplicationContextRunner with(TestDatabase database) {
        return runner.withPropertyValues(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }

    @Test
    void theTwoLockTimeoutsCanBeToldApartAsEnvironmentVariables() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("MIGRATIONS_LOCK_TIMEOUT", "10m", "MIGRATIONS_LOCKTIMEOUT", "3s")));

        var properties = Binder.get(environment).bindOrCreate("migrations", MigrationsProperties.class);

        assertThat(properties.lock().timeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(properties.lockTimeout()).isEqualTo(Duration.ofSeconds(3));
    }
}
