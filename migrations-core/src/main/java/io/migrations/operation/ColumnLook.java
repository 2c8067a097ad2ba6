/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column is kept and described.
 *
 * @param storage where long values are kept; none for the type's way
 * @param compression how long values are compressed; none for the server's way
 * @param comment what it is for
 */
public record ColumnLook(
        @Nullable Storage storage,
        @Nullable String compression,
        @Nullable String comment) {

    /** As everything is that nobody cares about. */
    public static final ColumnLook PLAIN = new ColumnLook(null, null, null);

    String compressionSql() {
        return compression == null ? "" : "COMPRESSION " + Identifiers.quoted(compression);
    }

    /** What can't be said in a definition, or not before PostgreSQL 16. */
    List<String> statements(Name table, String column) {
        var statements = new ArrayList<String>();
        if (storage != null) {
            statements.add("ALTER TABLE %s ALTER COLUMN %s SET STORAGE %s"
                    .formatted(table.sql(), Identifiers.quoted(column), storage));
        }
        if (comment != null) {
            statements.addAll(
                    CommentOn.of(new DatabaseObject(ObjectKind.COLUMN, new Name(null, column), table, null), comment)
                            .statements());
        }
        return statements;
    }
}
