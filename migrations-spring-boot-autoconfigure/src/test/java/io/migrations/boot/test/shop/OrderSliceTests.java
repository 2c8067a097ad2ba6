/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.test.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.migrations.boot.test.MigratedDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.test.autoconfigure.JdbcTest;
import org.springframework.jdbc.core.simple.JdbcClient;

@JdbcTest
@MigratedDatabase
class OrderSliceTests {

    @Autowired
    JdbcClient jdbc;

    @Test
    void startsWithoutOrders() {
        assertThat(jdbc.sql("SELECT count(*) FROM orders").query(Long.class).single())
                .isZero();
    }
}
