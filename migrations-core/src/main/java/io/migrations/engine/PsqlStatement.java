/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Literals;
import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import io.migrations.sql.TokenKind;
import java.util.List;

/**
 * A statement as psql has to be told it, so that the server gets what the engine would send.
 *
 * @see <a href="https://www.postgresql.org/docs/current/app-psql.html">psql</a>
 */
final class PsqlStatement {

    private PsqlStatement() {}

    static void append(StringBuilder out, Statement statement) {
        List<Token> tokens = statement.tokens();
        if (statement.copyData() == null && continuesAnEscapeString(tokens)) {
            out.append("SELECT ")
                    .append(Literals.verbatim(statement.text(), "statement"))
                    .append(" \\gexec\n");
            return;
        }
        appendWithoutVariables(out, statement.text(), tokens);
        out.append(";\n");
        if (statement.copyData() != null) {
            appendRows(out, statement.copyData());
        }
    }

    /** Some releases of psql forget at a line's end that the constant before it had an E, and look for its end anew. */
    private static boolean continuesAnEscapeString(List<Token> tokens) {
        boolean afterEscapes = false;
        for (Token token : tokens) {
            boolean string = token.kind() == TokenKind.STRING;
            if (string && afterEscapes && token.text().startsWith("'")) {
                return true;
            }
            afterEscapes =
                    string && (token.text().startsWith("E") || token.text().startsWith("e"));
        }
        return false;
    }

    /** A colon and a name is a variable to psql, if it happens to be set, and some always are; not behind a backslash. */
    private static void appendWithoutVariables(StringBuilder out, String text, List<Token> tokens) {
        int copied = 0;
        for (Token token : tokens) {
            boolean colon = token.kind() == TokenKind.OPERATOR && token.text().equals(":");
            if (colon && token.end() < text.length() && !Character.isWhitespace(text.charAt(token.end()))) {
                out.append(text, copied, token.offset()).append('\\');
                copied = token.offset();
            }
        }
        out.append(text, copied, text.length());
    }

    private static void appendRows(StringBuilder out, String rows) {
        // psql reads lines, and to it a carriage return alone does not end one.
        boolean bareReturns = rows.indexOf('\n') < 0;
        out.append(bareReturns ? rows.replace('\r', '\n') : rows);
        // Before release 18 the server sees this line, too, and wants it to end as the rows do.
        out.append(rows.endsWith("\r\n") ? "\\.\r\n" : "\\.\n");
    }
}
