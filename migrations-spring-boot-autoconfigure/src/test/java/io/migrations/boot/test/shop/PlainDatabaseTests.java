/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.test.MigratedDatabases;
import io.migrations.comparison.MigratedCopy;
import io.migrations.comparison.MigrationVerifier;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.PostgresServer;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PlainDatabaseTests {

    static final DataSource server = PostgresServer.shared().dataSource("postgres");

    static final String url = PostgresServer.shared().url("postgres");
    static final String user = PostgresServer.shared().username();
    static final String password = PostgresServer.shared().password();

    static final Migrator migrator = new Migrator(
            server,
            new ScriptLoader(
                    List.of("classpath:db/migrations"), PlainDatabaseTests.class.getClassLoader(), Placeholders.none()),
            MigratorSettings.defaults(),
            Clock.systemUTC());

    MigratedCopy database;

    @BeforeEach
    void open() {
        database = MigratedDatabases.copy(migrator);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void startsWithoutOrders() {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());

        assertThat(jdbc.sql("SELECT count(*) FROM orders").query(Long.class).single())
                .isZero();
    }

    @Test
    void everyDowngradeRestoresWhatWasThere() {
        ScratchSource scratch = ScratchSource.beside(url, user, password);

        MigrationVerifier.of(migrator, scratch).verify().assertSound();
    }
}
