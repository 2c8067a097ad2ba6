/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.operation;

import java.util.regex.Pattern;

/** The default of a column: a constant of Java, or an expression that the author writes. */
final class Defaults {

    /** What PostgreSQL reads as a default in a definition without parentheses (its grammar's b_expr), the usual part of it. */
    private static final Pattern PLAIN = Pattern.compile("-?[\\w.]+(\\([^()]*\\))?(::[\\w .]+(\\(\\d+\\))?(\\[])?)?"
            + "|E?'([^'\\\\]|''|\\\\.)*'(::[\\w .]+(\\(\\d+\\))?(\\[])?)?"
            + "|ARRAY\\[[^\\[\\]()]*]");

    private Defaults() {}

    /** A constant, or the expression itself. */
    static Sql of(Object value) {
        return value instanceof Sql sql ? sql : new Sql(Value.of(value));
    }

    /** The clause of a definition. */
    static String clause(Sql value) {
        String text = value.text();
        return "DEFAULT " + (PLAIN.matcher(text).matches() ? text : "(" + text + ")");
    }
}
