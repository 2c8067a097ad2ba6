/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.engine.Migrator;
import io.migrations.revision.Revision;
import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeansException;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@DatabaseTest
class JavaRevisionTests {

    record Rates(String currency) {}

    @RevisionHeader(id = "003", description = "seed the first order")
    static class SeedOrder implements JavaRevision {

        private final Rates rates;

        SeedOrder(Rates rates) {
            this.rates = rates;
        }

        @Override
        public void upgrade(Operations op) {
            op.jdbc()
                    .sql("INSERT INTO orders (id) SELECT :length")
                    .param("length", rates.currency().length())
                    .update();
        }
    }

    @RevisionHeader(id = "003")
    static class NeedsTemplate implements ReversibleRevision {

        NeedsTemplate(JdbcTemplate template) {}

        @Override
        public void change(ReversibleOperations op) {
            op.renameTable("orders", "trades");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithSeed {

        @Bean
        Rates rates() {
            return new Rates("EUR");
        }

        @Bean
        SeedOrder seedOrder(Rates rates) {
            return new SeedOrder(rates);
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class WithCycle {

        @Bean
        NeedsTemplate needsTemplate(JdbcTemplate template) {
            return new NeedsTemplate(template);
        }
    }

    private static ApplicationContextRunner with(TestDatabase database) {
        return new ApplicationContextRunner()
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
    void aBeanIsARevisionWithWhateverItIsGiven(TestDatabase database) {
        with(database).withUserConfiguration(WithSeed.class).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(database.jdbc()
                            .sql("SELECT id FROM orders")
                            .query(Integer.class)
                            .list())
                    .containsExactly(3);
            assertThat(context.getBean(Migrator.class).scripts().graph().heads())
                    .extracting(Revision::description)
                    .containsExactly("seed the first order");
        });
    }

    @Test
    void aClassInASearchedPackageIsARevision(TestDatabase database) {
        with(database)
                .withPropertyValues("migrations.packages=io.migrations.boot.autoconfigure.packaged")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(database.tables()).contains("trades").doesNotContain("orders");
                });
    }

    @Test
    void aBeanThatNeedsWhatWaitsForTheMigrationIsNamed(TestDatabase database) {
        with(database).withUserConfiguration(WithCycle.class).run(context -> {
            assertThat(context).getFailure().hasRootCauseInstanceOf(BeansException.class);
            Throwable cause = context.getStartupFailure();
            while (cause != null && !(cause instanceof MigrationCycleException)) {
                cause = cause.getCause();
            }
            assertThat(cause)
                    .isInstanceOfSatisfying(
                            MigrationCycleException.class,
                            cycle -> assertThat(cycle.beanNames()).startsWith("needsTemplate"));
            assertThat(database.tables()).isEmpty();
        });
    }
}
