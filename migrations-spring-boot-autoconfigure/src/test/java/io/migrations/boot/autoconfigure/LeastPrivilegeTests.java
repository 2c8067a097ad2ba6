/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.migrations.engine.Migrator;
import io.migrations.engine.RevisionState;
import io.migrations.test.DatabaseTest;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application works as a user that may change no table; the migrations as another, in the role that owns them. */
@DatabaseTest
class LeastPrivilegeTests {

    private TestDatabase database;
    private String application;
    private String migrating;
    private String owner;

    @BeforeEach
    void createRoles(TestDatabase database) {
        this.database = database;
        application = "app_" + database.name();
        migrating = "migrating_" + database.name();
        owner = "owner_" + database.name();
        database.execute("""
                CREATE ROLE %1$s NOLOGIN; CREATE ROLE %2$s LOGIN PASSWORD 'm' IN ROLE %1$s NOINHERIT;
                CREATE ROLE %3$s LOGIN PASSWORD 'a'; REVOKE CREATE ON SCHEMA public FROM PUBLIC;
                GRANT USAGE, CREATE ON SCHEMA public TO %1$s; GRANT USAGE ON SCHEMA public TO %3$s
                """.formatted(owner, migrating, application));
    }

    @AfterEach
    void dropRoles() {
        for (String role : List.of(application, migrating, owner)) {
            database.execute("DROP OWNED BY %1$s CASCADE; DROP ROLE %1$s".formatted(role));
        }
    }

    @Test
    void whatTheRoleMakesTheApplicationUsesAndCannotChange(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("001_orders.sql"), """
                CREATE TABLE orders (id int PRIMARY KEY);
                GRANT SELECT, INSERT ON orders TO %1$s;
                GRANT SELECT ON migrations_revision, migrations_journal TO %1$s;
                """.formatted(application));

        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        DataSourceAutoConfiguration.class,
                        JdbcTemplateAutoConfiguration.class,
                        JdbcClientAutoConfiguration.class,
                        MigrationsAutoConfiguration.class))
                .withPropertyValues(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + application,
                        "spring.datasource.password=a",
                        "migrations.username=" + migrating,
                        "migrations.password=m",
                        "migrations.role=" + owner,
                        "migrations.append-only-journal=true",
                        "migrations.locations=file:" + folder)
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    JdbcClient jdbc = context.getBean(JdbcClient.class);
                    jdbc.sql("INSERT INTO orders VALUES (1)").update();
                    assertThat(context.getBean(Migrator.class).status().revisions())
                            .allMatch(revision -> revision.state() == RevisionState.APPLIED);
                    for (String forbidden : List.of(
                            "ALTER TABLE orders ADD COLUMN x int",
                            "CREATE TABLE x (id int)",
                            "INSERT INTO migrations_revision DEFAULT VALUES",
                            "DELETE FROM migrations_journal")) {
                        assertThatExceptionOfType(DataAccessException.class)
                                .isThrownBy(() -> jdbc.sql(forbidden).update())
                                .withMessageContaining(forbidden);
                    }
                });
        assertThat(database.jdbc()
                        .sql("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")
                        .query(String.class)
                        .list())
                .containsExactly(owner);
    }
}
