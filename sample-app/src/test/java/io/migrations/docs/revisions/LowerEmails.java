/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs.revisions;

import static io.migrations.operation.TableElement.column;
import static io.migrations.operation.Types.TEXT;

import io.migrations.script.ReversibleOperations;
import io.migrations.script.ReversibleRevision;
import io.migrations.script.RevisionHeader;

@RevisionHeader(id = "a2", revises = "a1")
final class LowerEmails implements ReversibleRevision {

    @Override
    public void change(ReversibleOperations op) {
        op.addColumn("accounts", column("email_as_typed", TEXT));
        op.reversible(
                up -> up.execute("UPDATE accounts SET email_as_typed = email, email = lower(email)"),
                down -> down.execute("UPDATE accounts SET email = email_as_typed"));
    }
}
