/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.List;
import java.util.function.Predicate;

/**
 * A script taken apart: its statements, its line comments, and what is wrong with it. Lexical rules are those of "4.1
 * Lexical Structure" in the PostgreSQL documentation; where a statement ends is what psql makes of it.
 *
 * <p>With any fault, nothing of the script may be run: a quote that is never closed shifts every statement after it.
 */
public record SqlScript(List<Statement> statements, List<Comment> comments, List<SqlFault> faults) {

    public SqlScript {
        statements = List.copyOf(statements);
        comments = List.copyOf(comments);
        faults = List.copyOf(faults);
    }

    public static SqlScript parse(String text) {
        return parse(text, comment -> false);
    }

    /**
     * Parses a script in sections. A line comment that matches ends the statement before it, as a semicolon would; the
     * offsets of comments and statements tell which section a statement is in.
     */
    public static SqlScript parse(String text, Predicate<Comment> divider) {
        return new ScriptSplitter(text, divider).split();
    }

    /** As {@link #parse(String, Predicate)}, with the placeholders replaced. */
    public static SqlScript parse(String text, Predicate<Comment> divider, Placeholders placeholders) {
        return placeholders.apply(parse(text, divider));
    }
}
