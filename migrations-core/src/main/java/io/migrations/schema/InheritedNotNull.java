/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.sql.Literals;
import java.util.ArrayList;
import java.util.List;

/** NOT NULL of a table that had it from its parent. */
final class InheritedNotNull {

    private InheritedNotNull() {}

    /** Gives NOT NULL, which was called as on the parent, the name that it has on a table by itself. */
    static List<Change> calledAsUsual(SchemaObject table) {
        List<Change> changes = new ArrayList<>();
        for (InheritedParts.Part required : InheritedParts.required(table)) {
            String usual = OrdinaryNames.of(required.parent(), "not_null");
            if (!usual.equals(required.key().name())) {
                changes.add(Rendering.sql(
                        renaming(
                                Literals.text(Naming.sql(table.key())),
                                Literals.text(required.parent().name()),
                                Literals.text(usual)),
                        "NOT NULL is called as on the parent, or as it was before the table was joined to that."));
            }
        }
        return changes;
    }

    private static String renaming(String table, String column, String name) {
        return """
                DO $$ DECLARE c record; BEGIN
                  FOR c IN SELECT k.conrelid::regclass AS of, k.conname AS name FROM pg_constraint k
                    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                    WHERE k.conrelid = %1$s::regclass AND k.contype = 'n' AND a.attname = %2$s AND k.conname <> %3$s
                  LOOP EXECUTE format('ALTER TABLE %%s RENAME CONSTRAINT %%I TO %%I', c.of, c.name, %3$s); END LOOP;
                END $$""".formatted(table, column, name);
    }
}
