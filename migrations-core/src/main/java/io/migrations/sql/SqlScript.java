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
     * offsets of comments and statements tell which section a statement is in. No section knows what another one sets.
     */
    public static SqlScript parse(String text, Predicate<Comment> divider) {
        return new ScriptSplitter(text, divider).split();
    }

    /** As {@link #parse(String, Predicate)}, with the placeholders replaced. */
    public static SqlScript parse(String text, Predicate<Comment> divider, Placeholders placeholders) {
        return placeholders.apply(parse(text, divider));
    }

    /** A text without the blanks around it; other blank characters of Unicode are parts of names to PostgreSQL. */
    public static String stripped(String text) {
        return stripped(text, 0, text.length());
    }

    /** The same of a part of a text, which is copied once only: it may be a whole table. */
    public static String stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Characters.isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && Characters.isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }
}
