/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample.revisions;

import io.migrations.operation.ForeignKey;
import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;
import java.util.List;

/**
 * Not valid: from here on new rows are checked. The rows that are there wait for 006, in a transaction of its own, so
 * that the lock on both tables lasts a moment and not as long as reading all of orders takes.
 */
@RevisionHeader(id = "005", description = "add orders accounts fk")
final class AddOrdersAccountsForeignKey implements ReversibleRevision {

    @Override
    public void change(ReversibleOperations op) {
        op.createForeignKey(
                "fk_orders_accounts", "orders", "accounts", List.of("account_id"), List.of("id"), ForeignKey::notValid);
    }
}
