/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Row level security that holds for the owner of a table, too. Rows that its policies hide from the owner would be left
 * out where all have to be seen: copied, counted or converted.
 */
final class RowSecurity {

    static final String FORCED = "row security forced";

    private RowSecurity() {}

    /** Statements that need all rows of a table as it is to be. */
    static List<Change> lifted(Snapshot snapshot, ObjectKey table, List<Change> statements) {
        boolean isForced =
                snapshot.find(table).filter(found -> found.has(FORCED)).isPresent();
        if (!isForced || statements.isEmpty()) {
            return statements;
        }
        List<Change> changes = new ArrayList<>();
        changes.add(lifting(Naming.sql(table)));
        changes.addAll(statements);
        changes.add(Rendering.sql("ALTER TABLE %s FORCE ROW LEVEL SECURITY".formatted(Naming.sql(table))));
        return changes;
    }

    /** Lets the owner see all rows. */
    static Change lifting(String table) {
        return Rendering.sql("ALTER TABLE %s NO FORCE ROW LEVEL SECURITY".formatted(table));
    }
}
