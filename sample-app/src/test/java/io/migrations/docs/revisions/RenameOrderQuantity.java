/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs.revisions;

import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;

@RevisionHeader(id = "004", revises = "003")
final class RenameOrderQuantity implements ReversibleRevision {

    @Override
    public void change(ReversibleOperations op) {
        op.renameColumn("orders", "qty", "quantity");
        op.createIndex("ix_orders_quantity", "orders", "quantity");
    }
}
