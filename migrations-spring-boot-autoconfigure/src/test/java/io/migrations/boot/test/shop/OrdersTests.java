/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.test.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest
@MigratedDatabase
class OrdersTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void anOrderHasNotes() {
        jdbc.sql("INSERT INTO orders (id, notes) VALUES (1, 'by noon')").update();

        assertThat(jdbc.sql("SELECT notes FROM orders").query(String.class).list())
                .containsExactly("by noon");
    }
}
