/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.authoring;

import io.migrations.operation.AddColumn;
import io.migrations.operation.AddConstraint;
import io.migrations.operation.AlterColumn;
import io.migrations.operation.AlterPolicy;
import io.migrations.operation.BulkInsert;
import io.migrations.operation.CommentOn;
import io.migrations.operation.CreateIndex;
import io.migrations.operation.CreatePolicy;
import io.migrations.operation.CreateTable;
import io.migrations.operation.CreateTrigger;
import io.migrations.operation.DatabaseObject;
import io.migrations.operation.DropColumn;
import io.migrations.operation.DropConstraint;
import io.migrations.operation.DropObject;
import io.migrations.operation.Grant;
import io.migrations.operation.Name;
import io.migrations.operation.Operation;
import io.migrations.operation.RenameConstraint;
import io.migrations.operation.Revoke;
import io.migrations.operation.RowLevelSecurity;
import io.migrations.operation.SetTriggerState;
import io.migrations.operation.ValidateConstraint;
import org.jspecify.annotations.Nullable;

/** What an operation is about, so that what is about one table can stand together. */
final class Subject {

    private Subject() {}

    /** The table, view or the like; null where that is not known, or where it stands best by itself. */
    static @Nullable Name of(Operation operation) {
        Name ofTable = ofTable(operation);
        if (ofTable != null) {
            return ofTable;
        }
        if (operation instanceof CommentOn comment) {
            return of(comment.object());
        }
        if (operation instanceof DropObject drop && drop.object().of() != null) {
            return drop.object().of();
        }
        if (operation instanceof Grant grant && grant.on() instanceof DatabaseObject object) {
            return of(object);
        }
        return operation instanceof Revoke revoke && revoke.on() instanceof DatabaseObject object ? of(object) : null;
    }

    private static Name of(DatabaseObject object) {
        return object.of() == null ? object.name() : object.of();
    }

    private static @Nullable Name ofTable(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table();
        } else if (operation instanceof AddColumn add) {
            return add.table();
        } else if (operation instanceof AlterColumn alter) {
            return alter.table();
        } else if (operation instanceof DropColumn drop) {
            return drop.table();
        } else if (operation instanceof AddConstraint add) {
            return add.table();
        } else if (operation instanceof DropConstraint drop) {
            return drop.table();
        } else if (operation instanceof ValidateConstraint validate) {
            return validate.table();
        } else if (operation instanceof RenameConstraint rename) {
            return rename.table();
        } else if (operation instanceof CreateIndex create) {
            return create.table();
        } else {
            return ofPart(operation);
        }
    }

    private static @Nullable Name ofPart(Operation operation) {
        if (operation instanceof CreateTrigger create) {
            return create.table();
        } else if (operation instanceof SetTriggerState set) {
            return set.table();
        } else if (operation instanceof CreatePolicy create) {
            return create.table();
        } else if (operation instanceof AlterPolicy alter) {
            return alter.table();
        } else if (operation instanceof RowLevelSecurity security) {
            return security.table();
        } else {
            return operation instanceof BulkInsert insert ? insert.table() : null;
        }
    }
}
