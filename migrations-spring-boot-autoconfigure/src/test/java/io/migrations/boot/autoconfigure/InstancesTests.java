/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.MigratorFailedException;
import io.migrations.boot.Migrators;
import io.migrations.boot.StartupMode;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.MigratorSettings;
import io.migrations.revision.UnknownRevisionException;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;

/** Several databases of one application, each an instance. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class InstancesTests {

    private final TestDatabase audit = TestDatabase.create();
    private ApplicationContextRunner runner;

    @BeforeEach
    void setUp(TestDatabase shop) {
        runner = new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class))
                .withBean("auditDataSource", DataSource.class, audit::dataSource, bean -> bean.setFallback(true))
                .withBean("shopDataSource", DataSource.class, shop::dataSource)
                .withPropertyValues(
                        "migrations.instances.shop.target=001",
                        "migrations.instances.audit.data-source=auditDataSource",
                        "migrations.instances.audit.revision-table=audit_revision");
    }

    @AfterEach
    void dropAudit() {
        audit.close();
    }

    @Test
    void eachIsMigratedAsItsPropertiesSay(TestDatabase shop, CapturedOutput output) {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(Migrators.of(context).byName()).containsOnlyKeys("audit", "shop");
            assertThat(context.getBeansOfType(ScratchSource.class))
                    .containsOnlyKeys("auditScratchSource", "shopScratchSource");
            assertThat(revisions(shop, "migrations_revision")).isEqualTo("001");
            assertThat(revisions(audit, "audit_revision")).isEqualTo("001, 002");
            assertThat(audit.tables()).doesNotContain("migrations_revision");
        });
        assertThat(output).contains("Migrations 'audit': ", "Migrations 'shop': ");
    }

    @Test
    void whatIsNotSaidIsTakenFromAbove() {
        var environment = new MockEnvironment();
        Map.of(
                        "migrations.lock.timeout", "7s",
                        "migrations.placeholders.region", "north",
                        "migrations.locations", "db/one,db/two",
                        "migrations.startup.mode", "validate",
                        "migrations.instances.audit.locations", "db/audit",
                        "migrations.instances.audit.startup.mode", "off",
                        "migrations.instances.audit.placeholders.tenant", "${who}",
                        "migrations.instances.shop.lock-timeout", "1s",
                        "migrations.instances.gone.enabled", "false",
                        "who", "me")
                .forEach(environment::setProperty);

        Map<String, MigrationsProperties> instances = Instances.of(environment).byName();

        assertThat(instances).containsOnlyKeys("audit", "shop");
        MigrationsProperties audits = instances.get("audit");
        assertThat(audits.locations()).containsExactly("db/audit");
        assertThat(audits.startup().mode()).isEqualTo(StartupMode.OFF);
        assertThat(audits.placeholders()).containsOnly(Map.entry("region", "north"), Map.entry("tenant", "me"));
        MigratorSettings settings = audits.settings(null, null);
        assertThat(settings.lockWait()).isEqualTo(Duration.ofSeconds(7));
        assertThat(instances.get("shop").locations()).containsExactly("db/one", "db/two");
        assertThat(instances.get("shop").startup().mode()).isEqualTo(StartupMode.VALIDATE);
    }

    @Test
    void aFailureNamesItsMigratorAndIsReportedWithIt() {
        runner.withPropertyValues("migrations.instances.audit.target=nowhere").run(context -> {
            assertThat(context).hasFailed();
            assertThat(context.getStartupFailure())
                    .hasRootCauseInstanceOf(UnknownRevisionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            MigratorFailedException.class,
                            failure -> assertThat(failure.migrator()).isEqualTo("audit"));
        });
    }

    @Test
    void twoHistoriesInTheSameTablesAreRefusedBeforeAnythingRuns(TestDatabase shop) {
        runner.withPropertyValues("migrations.instances.copy.data-source=shopDataSource")
                .run(context -> {
                    assertThat(context).getFailure().hasMessageContaining("'copy' and 'shop'");
                    assertThat(shop.tables()).isEmpty();
                });
    }

    @Test
    void theReasonOfAnInstanceThatCannotBeHadNamesIt() {
        runner.withPropertyValues("migrations.instances.audit.data-source=auditSource")
                .run(context -> {
                    Throwable failure = context.getStartupFailure();
                    while (failure != null && !(failure instanceof FailureAnalyzedException)) {
                        failure = failure.getCause();
                    }
                    assertThat(failure).hasMessageContainingAll("'audit'", "auditSource", "auditDataSource");
                });
    }

    private static String revisions(TestDatabase database, String table) {
        return new JdbcTemplate(database.dataSource())
                .queryForObject("SELECT string_agg(revision, ', ' ORDER BY revision) FROM " + table, String.class);
    }
}
