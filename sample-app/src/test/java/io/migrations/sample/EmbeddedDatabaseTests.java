/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

class EmbeddedDatabaseTests {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataSourceAutoConfiguration.class,
                    JdbcTemplateAutoConfiguration.class,
                    JdbcClientAutoConfiguration.class))
            .withUserConfiguration(EmbeddedDatabase.class);

    private JdbcConnectionDetails details = new EmbeddedConnectionDetails(0);

    @Test
    void servesTheDataSourceAndStopsWithTheContext() {
        context.run(running -> {
            details = running.getBean(JdbcConnectionDetails.class);
            assertThat(running.getBean(JdbcClient.class)
                            .sql("SELECT 1")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        });

        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() ->
                        DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword()))
                .withMessageContaining("refused");
    }

    @Test
    void backsOffWithAUrl() {
        context.withPropertyValues("spring.datasource.url=jdbc:postgresql://localhost:1/none")
                .run(running -> assertThat(running).doesNotHaveBean(EmbeddedPostgres.class));
    }
}
