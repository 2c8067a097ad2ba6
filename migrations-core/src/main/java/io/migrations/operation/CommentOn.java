/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Identifiers;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code COMMENT ON}: Alembic's {@code create_table_comment} and {@code drop_table_comment}, and the like for whatever
 * else has a name.
 *
 * @param object what it is about, as SQL behind {@code COMMENT ON}
 * @param comment what it says; none to remove it
 * @param existing what it says before, none where it says nothing
 */
public record CommentOn(
        Sql object, @Nullable String comment, @Nullable String existing) implements Operation {

    /** On a table. */
    public static CommentOn table(Name table, @Nullable String comment) {
        return new CommentOn(new Sql("TABLE " + table.sql()), comment, null);
    }

    /** On a column. */
    public static CommentOn column(Name table, String column, @Nullable String comment) {
        Names.require("column", column);
        return new CommentOn(new Sql("COLUMN " + table.sql() + "." + Identifiers.quoted(column)), comment, null);
    }

    /** On a constraint. */
    public static CommentOn constraint(Name table, String constraint, @Nullable String comment) {
        Names.require("constraint", constraint);
        return new CommentOn(
                new Sql("CONSTRAINT " + Identifiers.quoted(constraint) + " ON " + table.sql()), comment, null);
    }

    /** On an index. */
    public static CommentOn index(Name index, @Nullable String comment) {
        return new CommentOn(new Sql("INDEX " + index.sql()), comment, null);
    }

    /** What it says before. */
    public CommentOn existing(@Nullable String before) {
        return new CommentOn(object, comment, before);
    }

    @Override
    public List<String> statements() {
        return List.of("COMMENT ON " + object.text() + " IS " + (comment == null ? "NULL" : Value.ofText(comment)));
    }

    @Override
    public Inverse inverse() {
        if (comment == null && existing == null) {
            return Inverse.none("The comment on %s is gone with what it said; give it as existingComment."
                    .formatted(object.text()));
        }
        return Inverse.of(new CommentOn(object, existing, comment));
    }
}
