/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import io.migrations.sql.Fragment;

/**
 * A piece of SQL that an author writes, such as a default or a condition: Alembic's {@code text()}. Goes into a statement
 * as it is, so it never holds what a user of the application has typed.
 *
 * @param text the SQL; one part of one statement
 */
public record Sql(String text) {

    /**
     * Checks that it stays a part of the statement it is put into.
     *
     * @throws InvalidOperationException where it is empty, ends the statement, opens a comment or leaves a quote open
     */
    public Sql {
        text = text.strip();
        if (text.isEmpty() || !Fragment.isSelfContained(text)) {
            throw new InvalidOperationException(
                    "The SQL '%s' is no part of a statement: it is empty, ends the statement, has a comment, or leaves a quote or parenthesis open."
                            .formatted(text),
                    "Write one expression, without comments and semicolons.");
        }
    }

    /** An expression: {@code sql("now()")}. To be imported statically. */
    public static Sql sql(String text) {
        return new Sql(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
