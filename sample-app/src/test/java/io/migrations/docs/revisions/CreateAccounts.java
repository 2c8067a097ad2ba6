/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs.revisions;

import static io.migrations.operation.Sql.sql;
import static io.migrations.operation.TableElement.check;
import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.TableElement.unique;
import static io.migrations.operation.Types.BIGINT;
import static io.migrations.operation.Types.TIMESTAMPTZ;
import static io.migrations.operation.Types.numeric;
import static io.migrations.operation.Types.varchar;

import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;

@RevisionHeader(
        id = "a1",
        revises = {})
final class CreateAccounts implements ReversibleRevision {

    @Override
    public void change(ReversibleOperations op) {
        op.createTable(
                "accounts",
                column("id", BIGINT).identity().primaryKey(),
                column("email", varchar(255)).notNull(),
                column("balance", numeric(18, 4)).notNull().serverDefault(0),
                column("opened_at", TIMESTAMPTZ).notNull().serverDefault(sql("now()")),
                unique("email").named("uq_accounts_email"),
                check("ck_accounts_balance", "balance >= 0"));
    }
}
