/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs.revisions;

import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.Types.TEXT;

import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;
import java.util.List;

@RevisionHeader(id = "a5", revises = "a4")
final class NumberAccounts implements JavaRevision {

    @Override
    public void upgrade(Operations op) {
        op.addColumn("accounts", column("number", TEXT));
        List<Long> ids = op.jdbc()
                .sql("SELECT id FROM accounts ORDER BY opened_at, id")
                .query(Long.class)
                .list();
        for (int i = 0; i < ids.size(); i++) {
            op.jdbc()
                    .sql("UPDATE accounts SET number = :number WHERE id = :id")
                    .param("number", "A-%06d".formatted(i + 1))
                    .param("id", ids.get(i))
                    .update();
        }
        op.alterColumn("accounts", "number", number -> number.nullable(false));
    }

    @Override
    public void downgrade(Operations op) {
        op.dropColumn("accounts", "number");
    }
}
