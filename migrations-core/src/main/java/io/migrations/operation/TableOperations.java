/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

/** Operations on whole tables. Tables are named {@code orders} or {@code billing.orders}, see {@link Name#of}. */
public interface TableOperations extends Vocabulary {

    /**
     * Renames a table within its schema.
     *
     * @param table as it is called before
     */
    default void renameTable(String table, String newName) {
        invoke(new RenameTable(Name.of(table), newName));
    }
}
