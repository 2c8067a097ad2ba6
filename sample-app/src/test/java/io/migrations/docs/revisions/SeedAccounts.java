/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs.revisions;

import io.migrations.operation.Rows;
import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;
import java.math.BigDecimal;

@RevisionHeader(id = "a4", revises = "a3")
final class SeedAccounts implements ReversibleRevision {

    @Override
    public void change(ReversibleOperations op) {
        op.bulkInsert(
                "accounts",
                Rows.of("email", "balance")
                        .row("ada@example.com", new BigDecimal("100.00"))
                        .row("grace@example.com", 0),
                insert -> insert.keyColumns("email"));
    }
}
