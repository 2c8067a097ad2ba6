/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down each order that is placed, in the database for that. */
class AuditTrail {

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void placed(Order order) {
        jdbc.sql("INSERT INTO trail (account, what) VALUES (?, ?)")
                .params(
                        order.account(),
                        "%s %s %s"
                                .formatted(
                                        order.side(),
                                        order.quantity().stripTrailingZeros().toPlainString(),
                                        order.symbol()))
                .update();
    }
}
