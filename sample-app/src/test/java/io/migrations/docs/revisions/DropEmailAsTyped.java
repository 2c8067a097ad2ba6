/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs.revisions;

import io.migrations.script.JavaRevision;
import io.migrations.script.Operations;
import io.migrations.script.RevisionHeader;

@RevisionHeader(id = "a3", revises = "a2")
final class DropEmailAsTyped implements JavaRevision {

    @Override
    public void upgrade(Operations op) {
        op.dropColumn("accounts", "email_as_typed");
    }

    @Override
    public void downgrade(Operations op) {
        op.irreversible("What people typed is gone.");
    }
}
