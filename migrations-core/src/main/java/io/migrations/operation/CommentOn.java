/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code COMMENT ON}: Alembic's {@code create_table_comment} and {@code drop_table_comment}, for whatever has a name.
 *
 * @param text what it says then; null where it says nothing any more
 * @param existing what it said before, where that is known
 */
public record CommentOn(
        DatabaseObject object,
        @Nullable String text,
        @Nullable Known<String> existing) implements Operation {

    /** What it says then. */
    public static CommentOn of(DatabaseObject object, @Nullable String text) {
        return new CommentOn(object, text, null);
    }

    /** What it said before, for the inverse; null where it said nothing. */
    public CommentOn existing(@Nullable String comment) {
        return new CommentOn(object, text, Known.of(comment));
    }

    @Override
    public List<String> statements() {
        String constant = text == null ? "NULL" : Value.ofText(text);
        return List.of("COMMENT ON " + object.sql() + " IS " + constant);
    }

    @Override
    public Inverse inverse() {
        return existing == null
                ? Inverse.none("Nothing says what the comment on the %s was before; give its existing comment."
                        .formatted(object))
                : Inverse.of(new CommentOn(object, existing.value(), Known.of(text)));
    }
}
