/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger sees of a command.
 *
 * @param row whether it runs for each row, and not once for the statement
 * @param oldTable what the rows before are called ({@code REFERENCING OLD TABLE})
 * @param newTable what the rows after are called ({@code REFERENCING NEW TABLE})
 * @param condition when alone it runs ({@code WHEN})
 */
public record TriggerReach(
        boolean row,
        @Nullable String oldTable,
        @Nullable String newTable,
        @Nullable Sql condition) {

    static final TriggerReach STATEMENT = new TriggerReach(false, null, null, null);

    /** Checks the names. */
    public TriggerReach {
        if (oldTable != null) {
            Names.require("transition table", oldTable);
        }
        if (newTable != null) {
            Names.require("transition table", newTable);
        }
    }

    TriggerReach eachRow() {
        return new TriggerReach(true, oldTable, newTable, condition);
    }

    TriggerReach oldTable(String name) {
        return new TriggerReach(row, name, newTable, condition);
    }

    TriggerReach newTable(String name) {
        return new TriggerReach(row, oldTable, name, condition);
    }

    TriggerReach when(Sql expression) {
        return new TriggerReach(row, oldTable, newTable, expression);
    }

    String sql() {
        List<String> parts = new ArrayList<>();
        if (oldTable != null || newTable != null) {
            parts.add("REFERENCING");
        }
        if (oldTable != null) {
            parts.add("OLD TABLE AS " + Identifiers.quoted(oldTable));
        }
        if (newTable != null) {
            parts.add("NEW TABLE AS " + Identifiers.quoted(newTable));
        }
        parts.add(row ? "FOR EACH ROW" : "FOR EACH STATEMENT");
        if (condition != null) {
            parts.add("WHEN (" + condition + ")");
        }
        return String.join(" ", parts);
    }
}
