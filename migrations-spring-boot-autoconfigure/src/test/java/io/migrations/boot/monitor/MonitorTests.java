/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.migrations.boot.autoconfigure.MigrationsAutoConfiguration;
import io.migrations.engine.Migrator;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** What operations see without a shell: health, info, metrics and observations. */
@DatabaseTest
class MonitorTests {

    private ApplicationContextRunner runner;

    @BeforeEach
    void setUp(TestDatabase database) {
        runner = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        MigrationsAutoConfiguration.class,
                        MonitorAutoConfiguration.class,
                        MigrationsHealthAutoConfiguration.class,
                        MigrationsInfoAutoConfiguration.class,
                        MigrationsMetricsAutoConfiguration.class,
                        MigrationsObservationAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.username(),
                        "spring.datasource.password=" + database.password());
    }

    @Test
    void healthIsUpAtTheHeadAndIsNotReadForEachProbe(TestDatabase database) {
        runner.run(context -> {
            Health first = health(context);
            assertThat(first.getStatus()).isEqualTo(Status.UP);
            assertThat(first.getDetails())
                    .containsEntry("state", "current")
                    .containsEntry("heads", List.of("002"))
                    .containsEntry("pending", 0);

            database.execute("DROP TABLE migrations_revision");
            assertThat(health(context)).isEqualTo(first);
        });
    }

    @Test
    void pendingIsOutOfServiceUntilARunHasEnded() {
        runner.withPropertyValues("migrations.target=001").run(context -> {
            assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
            assertThat(health(context).getDetails()).containsEntry("pending", 1);

            context.getBean(Migrator.class).upgrade("head");

            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
        });
        runner.withPropertyValues(
                        "migrations.schema=other", "migrations.startup.mode=off", "migrations.health.status.pending=UP")
                .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.UP));
    }

    @Test
    void failedModifiedAheadAndUnreadableHaveStatusesOfTheirOwn(TestDatabase database) {
        ApplicationContextRunner off = runner.withPropertyValues(
                "migrations.startup.mode=off",
                "migrations.health.status.modified=MODIFIED",
                "migrations.health.status.ahead=AHEAD");
        runner.run(context -> assertThat(context).hasNotFailed());

        database.execute("UPDATE migrations_revision SET checksum = 'v1:other' WHERE revision = '001'");
        off.run(context -> assertThat(health(context).getStatus()).isEqualTo(new Status("MODIFIED")));
        off.withPropertyValues("migrations.locations=classpath:nothing-there")
                .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
        ApplicationContextRunner failing =
                runner.withPropertyValues("migrations.schema=failing", "migrations.locations=classpath:hooks/failing");
        failing.run(context -> assertThat(context).hasFailed());
        failing.withPropertyValues("migrations.startup.mode=off")
                .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE));
        database.execute("DROP TABLE migrations_revision, migrations_journal");
        off.withPropertyValues(
                        "spring.datasource.password=wrong", "spring.datasource.url=jdbc:postgresql://localhost:1/x")
                .run(context -> {
                    assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
                    assertThat(health(context).getDetails())
                            .containsEntry("state", "unknown")
                            .containsKey("problem");
                });
    }

    @Test
    void severalDatabasesAreAComposite(TestDatabase database) {
        runner.withPropertyValues(
                        "migrations.instances.shop.target=001",
                        "migrations.instances.audit.schema=audit",
                        "migrations.instances.audit.startup.mode=off")
                .run(context -> {
                    var composite = (CompositeHealthContributor) context.getBean(HealthContributor.class);
                    assertThat(composite.stream().map(entry -> entry.name())).containsExactly("audit", "shop");
                });
    }

    @Test
    void metersKnowTheDatabaseAndTheRunsWithoutAskingForIt() {
        runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues("migrations.target=001")
                .run(context -> {
                    MeterRegistry registry = context.getBean(MeterRegistry.class);
                    context.getBean(MigrationsMeterBinder.class).bindTo(registry);

                    await().untilAsserted(() ->
                            assertThat(gauge(registry, "migrations.pending")).isEqualTo(1));
                    assertThat(gauge(registry, "migrations.applied")).isEqualTo(1);
                    assertThat(gauge(registry, "migrations.last.success")).isPositive();
                    assertThat(registry.get("migrations.retries")
                                    .functionCounter()
                                    .count())
                            .isZero();
                    assertThat(registry.get("migrations.lock.wait")
                                    .tag("migrator", "migrator")
                                    .timeGauge()
                                    .value())
                            .isNotNegative();

                    context.getBean(Migrator.class).upgrade("head");
                    await().untilAsserted(() ->
                            assertThat(gauge(registry, "migrations.pending")).isZero());
                });
    }

    @Test
    void eachRunAndEachStepIsObserved() {
        List<String> observed = new ArrayList<>();
        ObservationRegistry registry = ObservationRegistry.create();
        registry.observationConfig().observationHandler(new ObservationHandler<>() {

            @Override
            public void onStop(Observation.Context context) {
                observed.add("%s %s %s"
                        .formatted(
                                context.getName(),
                                context.getLowCardinalityKeyValue("outcome").getValue(),
                                context.getParentObservation() == null ? "on top" : "below"));
            }

            @Override
            public boolean supportsContext(Observation.Context context) {
                return true;
            }
        });
        ApplicationContextRunner observing = runner.withBean(ObservationRegistry.class, () -> registry);

        observing.run(context -> assertThat(observed)
                .containsExactly(
                        "migrations.step succeeded below",
                        "migrations.step succeeded below",
                        "migrations.run succeeded on top"));

        observed.clear();
        observing
                .withPropertyValues("migrations.locations=classpath:hooks/failing", "migrations.schema=other")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(observed)
                            .containsExactly("migrations.step failed below", "migrations.run failed on top");
                });
    }

    @Test
    void infoIsOffUnlessAskedFor() {
        runner.run(context -> assertThat(context).doesNotHaveBean(InfoContributor.class));
        runner.withPropertyValues("management.info.migrations.enabled=true").run(context -> {
            InfoContributor info = context.getBean(InfoContributor.class);
            await().untilAsserted(() -> {
                var builder = new Info.Builder();
                info.contribute(builder);
                assertThat(builder.build().getDetails().get("migrations").toString())
                        .contains("migrator={state=current, heads=[002], pending=0}");
            });
        });
    }

    @Test
    void anApplicationWithoutAllThisHasNoneOfIt() {
        runner.withClassLoader(new FilteredClassLoader("io.micrometer"))
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean("migrationsMeterBinder")
                        .doesNotHaveBean("observedMigrations"));
        runner.withPropertyValues("management.health.migrations.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean("migrationsHealthContributor"));
    }

    private static Health health(ApplicationContext context) {
        return context.getBean("migrationsHealthContributor", HealthIndicator.class)
                .health();
    }

    private static double gauge(MeterRegistry registry, String name) {
        return registry.get(name).tag("migrator", "migrator").gauge().value();
    }
}
