/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.MigrationRunCompleted;
import io.migrations.boot.MigrationRunStarted;
import io.migrations.boot.MigratorCustomizer;
import io.migrations.engine.MigrationListener;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.engine.RunResult;
import io.migrations.revision.Plan;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;

/** Beans that watch the migration, and who hears the events about it. */
@DatabaseTest
class MigrationListenerBeansTests {

    private static final List<String> TOLD = new ArrayList<>();

    private ApplicationContextRunner runner;

    @BeforeEach
    void setUp(TestDatabase database) {
        TOLD.clear();
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        MigrationsAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password());
    }

    @Test
    void listenerBeansAreToldInTheirOrder() {
        runner.withUserConfiguration(TwoListeners.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(TOLD).containsExactly("first started", "second started", "first completed", "second completed");
        });
    }

    @Test
    void listenerBeansThatThrowDoNotKeepTheApplicationFromStarting() {
        runner.withUserConfiguration(ThrowingListener.class, TwoListeners.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(TOLD).contains("second completed");
        });
    }

    @Test
    void anApplicationListenerBeanHearsAllEventsOfTheStart() {
        runner.withUserConfiguration(ListenerBeans.class)
                .run(context -> assertThat(TOLD)
                        .containsExactly(
                                "MigrationRunStarted",
                                "MigrationStepStarted",
                                "MigrationStepCompleted",
                                "MigrationStepStarted",
                                "MigrationStepCompleted",
                                "MigrationRunCompleted",
                                "payload of 2"));
    }

    @Test
    void aListenerOfTheContextHearsTheStartToo() {
        runner.withInitializer(context -> context.addApplicationListener(event -> {
                    if (event instanceof PayloadApplicationEvent<?> payload
                            && payload.getPayload() instanceof MigrationRunStarted) {
                        TOLD.add("heard");
                    }
                }))
                .run(context -> assertThat(TOLD).containsExactly("heard"));
    }

    @Test
    void anEventNamesItsMigratorAndACustomizerSeesEachByName(TestDatabase database) {
        var loader = new ScriptLoader(List.of("db/migrations"), getClass().getClassLoader(), Placeholders.none());
        runner.withBean(
                        "auditMigrator",
                        Migrator.class,
                        () -> new Migrator(
                                database.dataSource(), loader, MigratorSettings.defaults(), Clock.systemUTC()))
                .withBean(MigratorCustomizer.class, () -> (name, migrator) -> {
                    TOLD.add("customized " + name);
                    return migrator;
                })
                .withInitializer(context -> context.addApplicationListener(event -> {
                    if (event instanceof PayloadApplicationEvent<?> payload
                            && payload.getPayload() instanceof MigrationRunCompleted completed) {
                        TOLD.add(completed.migrator());
                    }
                }))
                .run(context -> assertThat(TOLD).containsExactly("customized audit", "audit"));
    }

    @Test
    void anEventListenerMethodHearsOnlyWhatRunsAfterTheStart() {
        runner.withUserConfiguration(ListenerMethod.class)
                .withPropertyValues("migrations.target=001")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(TOLD).isEmpty();

                    context.getBean(Migrator.class).upgrade("head");

                    assertThat(TOLD).containsExactly("method");
                });
    }

    @Test
    void aFailureIsAnEvent() {
        runner.withUserConfiguration(ListenerBeans.class)
                .withPropertyValues("migrations.locations=classpath:hooks/failing")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(TOLD)
                            .containsExactly(
                                    "MigrationRunStarted",
                                    "MigrationStepStarted",
                                    "MigrationStepFailed",
                                    "MigrationRunFailed");
                });
    }

    @Test
    void noEventIsPublishedForACommand() {
        runner.withUserConfiguration(ListenerBeans.class, TwoListeners.class)
                .withPropertyValues("migrations.command.running=true")
                .run(context -> {
                    context.getBean(Migrator.class).upgrade("head");

                    assertThat(TOLD).contains("first completed").doesNotContain("MigrationRunStarted");
                });
    }

    @Test
    void aListenerBeanThatNeedsABeanThatWaitsIsNamed() {
        runner.withUserConfiguration(WaitingListener.class)
                .run(context -> assertThat(context).getFailure().satisfies(failure -> {
                    assertThat(cycleIn(failure).beanNames()).startsWith("auditing");
                    assertThat(failure).hasStackTraceContaining("jdbcTemplate");
                }));
    }

    @Test
    void anEventListenerBeanThatNeedsABeanThatWaitsHearsNothingAndBreaksNothing() {
        runner.withUserConfiguration(WaitingEventListener.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(TOLD).isEmpty();
            assertThat(context.getBean(JdbcTemplate.class)
                            .queryForObject("SELECT count(*) FROM migrations_revision", Integer.class))
                    .isEqualTo(2);
        });
    }

    private static MigrationCycleException cycleIn(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof MigrationCycleException cycle) {
                return cycle;
            }
        }
        throw new AssertionError(failure);
    }

    private record Named(String name) implements MigrationListener {

        @Override
        public void runStarted(Plan plan) {
            TOLD.add(name + " started");
        }

        @Override
        public void runCompleted(RunResult result) {
            TOLD.add(name + " completed");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class TwoListeners {

        @Bean
        @Order(2)
        MigrationListener second() {
            return new Named("second");
        }

        @Bean
        @Order(1)
        MigrationListener first() {
            return new Named("first");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ThrowingListener {

        @Bean
        @Order(0)
        MigrationListener throwing() {
            return new MigrationListener() {
                @Override
                public void runCompleted(RunResult result) {
                    throw new IllegalStateException("planned");
                }
            };
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ListenerBeans {

        @Bean
        ApplicationListener<ApplicationEvent> all() {
            return event -> {
                if (event instanceof PayloadApplicationEvent<?> payload
                        && payload.getPayload()
                                .getClass()
                                .getPackageName()
                                .equals(MigrationRunStarted.class.getPackageName())) {
                    TOLD.add(payload.getPayload().getClass().getSimpleName());
                }
            };
        }

        @Bean
        ApplicationListener<PayloadApplicationEvent<MigrationRunCompleted>> completed() {
            return ApplicationListener.forPayload(
                    event -> TOLD.add("payload of " + event.result().steps().size()));
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class ListenerMethod {

        @EventListener
        void hear(MigrationRunCompleted event) {
            TOLD.add("method");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WaitingListener {

        @Bean
        MigrationListener auditing(JdbcTemplate template) {
            return new Named("auditing " + template);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WaitingEventListener {

        @Bean
        ApplicationListener<PayloadApplicationEvent<MigrationRunCompleted>> auditing(JdbcTemplate template) {
            return ApplicationListener.forPayload(event -> TOLD.add("heard " + template));
        }
    }
}
