/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;

/**
 * {@code ALTER ... RENAME TO} of any kind of thing.
 *
 * @param object as it is called before
 * @param newName what it is called then, in the same schema or on the same table
 */
public record RenameObject(DatabaseObject object, String newName) implements Operation {

    /** Checks the new name, and that things of that kind have one to change. */
    public RenameObject {
        Names.require(object.kind().toString(), newName);
        if (object.kind() == ObjectKind.EXTENSION || object.kind() == ObjectKind.DATABASE) {
            throw new InvalidOperationException(
                    "The %s cannot be renamed to '%s'.".formatted(object, newName),
                    "PostgreSQL renames no extension, and no database that it is connected to.");
        }
    }

    @Override
    public List<String> statements() {
        String whole = object.whole();
        String start = whole == null
                ? "ALTER " + object.sql() + " RENAME"
                : "ALTER " + whole + " RENAME " + object.kind().words() + " "
                        + object.name().sql();
        return List.of(start + " TO " + Identifiers.quoted(newName));
    }

    @Override
    public Inverse inverse() {
        return Inverse.of(
                new RenameObject(object.renamed(newName), object.name().simple()));
    }
}
