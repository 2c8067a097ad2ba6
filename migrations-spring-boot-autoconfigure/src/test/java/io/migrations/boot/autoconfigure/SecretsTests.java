/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What may be secret is not shown; endpoint and failure reports test the same for themselves. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class))
            .withPropertyValues("migrations.startup.mode=off");

    @Test
    void noSecretInTheLog(TestDatabase database, CapturedOutput output) {
        runner.withPropertyValues(
                        "migrations.startup.mode=upgrade",
                        "migrations.url=" + database.url() + "?user=" + database.username() + "&password="
                                + database.password() + "&ApplicationName=secret")
                .run(context -> assertThat(context).hasNotFailed());

        assertThat(output).contains(database.name() + " is current").doesNotContain("secret", "password");
    }

    @Test
    void thePropertiesDoNotPrintTheirSecrets(TestDatabase database) {
        with(database)
                .withPropertyValues("migrations.password=secret", "migrations.placeholders.token=secret")
                .run(context -> assertThat(context.getBean(MigrationsProperties.class))
                        .asString()
                        .doesNotContain("secret"));
    }

    private ApplicationContextRunner with(TestDatabase database) {
        return runner.withPropertyValues(
                "spring.datasource.url=" + database.url(),
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }
}
