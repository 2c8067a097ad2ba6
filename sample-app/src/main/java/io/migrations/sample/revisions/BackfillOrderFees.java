/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample.revisions;

import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import java.math.BigDecimal;
import java.util.Map;

/** A tenth of a percent for every order from before there were fees. The downgrade takes back only these. */
@RevisionHeader(id = "7d20c1f4aa10", revises = "4f1c2a9be03d", createDate = "2024-11-05")
final class BackfillOrderFees implements JavaRevision {

    private static final BigDecimal RATE = new BigDecimal("0.001");

    @Override
    public void upgrade(Operations op) {
        op.execute("""
                INSERT INTO order_fees (order_id, amount, source)
                SELECT id, round(quantity * limit_price * :rate, 4), 'backfill'
                  FROM orders
                    ON CONFLICT (order_id) DO NOTHING""", Map.of("rate", RATE));
    }

    @Override
    public void downgrade(Operations op) {
        op.execute("DELETE FROM order_fees WHERE source = 'backfill'");
    }
}
