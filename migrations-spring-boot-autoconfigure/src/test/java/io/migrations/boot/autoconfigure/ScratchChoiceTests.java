/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.comparison.ScratchDatabase;
import io.migrations.comparison.ScratchNotEmptyException;
import io.migrations.comparison.ScratchSource;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

@DatabaseTest
class ScratchChoiceTests {

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(DataSourceAutoConfiguration.class, MigrationsAutoConfiguration.class))
            .withPropertyValues("migrations.startup.mode=off");

    private ApplicationContextRunner with(TestDatabase database) {
        return runner.withPropertyValues(
                "spring.datasource.url=" + database.url() + "?ApplicationName=x",
                "spring.datasource.username=" + database.username(),
                "spring.datasource.password=" + database.password());
    }

    private static String opened(ScratchSource source) {
        try (ScratchDatabase scratch = source.open(null)) {
            JdbcClient jdbc = JdbcClient.create(scratch.dataSource());
            assertThat(jdbc.sql("SELECT current_database()").query(String.class).single())
                    .isEqualTo(scratch.name());
            return scratch.name();
        }
    }

    @Test
    void isCreatedBesideThePooledDataSourcesDatabase(TestDatabase database) {
        with(database)
                .withPropertyValues("spring.datasource.hikari.maximum-pool-size=1")
                .run(context ->
                        assertThat(opened(context.getBean(ScratchSource.class))).startsWith("migrations_scratch_"));
    }

    @Test
    void isCreatedBesideTheDatabaseOfTheUrl(TestDatabase database) {
        runner.withPropertyValues(
                        "migrations.url=" + database.url(),
                        "migrations.username=" + database.username(),
                        "migrations.password=" + database.password())
                .run(context ->
                        assertThat(opened(context.getBean(ScratchSource.class))).startsWith("migrations_scratch_"));
    }

    @Test
    void aDataSourceThatTellsNothingNeedsAUrl(TestDatabase database) {
        var silent = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                return database.dataSource().getConnection();
            }

            @Override
            public Connection getConnection(String username, String password) throws SQLException {
                return database.dataSource().getConnection(username, password);
            }
        };
        runner.withBean(DataSource.class, () -> silent)
                .run(context -> assertThatExceptionOfType(NoScratchException.class)
                        .isThrownBy(() -> opened(context.getBean(ScratchSource.class)))
                        .withMessageContaining("migrations.scratch.url"));
    }

    @Test
    void isTheOneThatIsNamedUnlessItIsTheDatabaseItself(TestDatabase database) {
        String[] credentials = {
            "migrations.scratch.username=" + database.username(), "migrations.scratch.password=" + database.password()
        };
        with(database)
                .withPropertyValues(credentials)
                .withPropertyValues("migrations.scratch.url=" + database.url())
                .run(context -> assertThatExceptionOfType(NoScratchException.class)
                        .isThrownBy(() -> opened(context.getBean(ScratchSource.class))));
        database.execute("CREATE TABLE orders (id int)");
        runner.withPropertyValues("migrations.url=jdbc:postgresql://localhost:1/none")
                .withPropertyValues(credentials)
                .withPropertyValues("migrations.scratch.url=" + database.url())
                .run(context -> assertThatExceptionOfType(ScratchNotEmptyException.class)
                        .isThrownBy(() -> opened(context.getBean(ScratchSource.class))));
    }
}
