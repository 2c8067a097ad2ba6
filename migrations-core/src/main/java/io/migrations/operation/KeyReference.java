/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;

/**
 * What a foreign key refers to, and what becomes of referring rows.
 *
 * @param columns the columns referred to; empty for the primary key
 * @param matchesFull whether all columns are null or none is
 * @param onDeleteColumns which columns {@code SET NULL} or {@code SET DEFAULT} is for; empty for all. PostgreSQL 15 and
 *     later
 */
public record KeyReference(
        Name table,
        List<String> columns,
        boolean matchesFull,
        ReferentialAction onDelete,
        List<String> onDeleteColumns,
        ReferentialAction onUpdate) {

    public KeyReference {
        columns = Names.require("column", columns);
        onDeleteColumns = Names.require("column", onDeleteColumns);
    }

    static KeyReference to(Name table, List<String> columns) {
        return new KeyReference(
                table, columns, false, ReferentialAction.NO_ACTION, List.of(), ReferentialAction.NO_ACTION);
    }

    KeyReference matchingFull() {
        return new KeyReference(table, columns, true, onDelete, onDeleteColumns, onUpdate);
    }

    KeyReference onDelete(ReferentialAction action, List<String> some) {
        return new KeyReference(table, columns, matchesFull, action, some, onUpdate);
    }

    KeyReference onUpdate(ReferentialAction action) {
        return new KeyReference(table, columns, matchesFull, onDelete, onDeleteColumns, action);
    }

    String actions() {
        return Words.join(
                Words.when(matchesFull, "MATCH FULL"),
                action("ON DELETE", onDelete),
                onDeleteColumns.isEmpty() ? "" : "(" + Names.list(onDeleteColumns) + ")",
                action("ON UPDATE", onUpdate));
    }

    private static String action(String when, ReferentialAction action) {
        return action == ReferentialAction.NO_ACTION ? "" : when + " " + action.sql();
    }
}
