/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.test.MigratedDatabase;
import io.migrations.comparison.MigrationVerifier;
import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@MigratedDatabase
class OrdersTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Migrator migrator;

    @Autowired
    ScratchSource scratch;

    @Test
    void everyDowngradeRestoresWhatWasThere() {
        MigrationVerifier.of(migrator, scratch).verify().assertSound();
    }

    @Test
    void anOrderHasNotes() {
        jdbc.sql("INSERT INTO orders (id, notes) VALUES (1, 'by noon')").update();

        assertThat(jdbc.sql("SELECT notes FROM orders").query(String.class).list())
                .containsExactly("by noon");
    }
}
