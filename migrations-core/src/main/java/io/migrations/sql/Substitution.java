/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.ArrayList;
import java.util.List;

/** Builds a statement with its placeholders replaced, keeping track of where each part was written. */
final class Substitution {

    private final Statement written;
    private final StringBuilder text = new StringBuilder();
    private final List<Origin.Splice> splices = new ArrayList<>();
    private int copied;

    Substitution(Statement written) {
        this.written = written;
    }

    /** Puts a value in the place of [from, to) of the written text; places come in order. */
    void replace(int from, int to, String value) {
        text.append(written.text(), copied, from);
        int start = text.length();
        text.append(value);
        splices.add(new Origin.Splice(start, text.length(), from, to));
        copied = to;
    }

    /** The same for a value of whole tokens, with a blank where it would run into what stands beside it. */
    void replaceTokens(int from, int to, String value) {
        text.append(written.text(), copied, from);
        copied = from;
        char before = text.isEmpty() ? ' ' : text.charAt(text.length() - 1);
        char after = after(to);
        if (value.isEmpty()) {
            replace(from, to, runTogether(before, after) ? " " : "");
        } else {
            String start = runTogether(before, value.charAt(0)) ? " " : "";
            String end = runTogether(value.charAt(value.length() - 1), after) ? " " : "";
            replace(from, to, start + value + end);
        }
    }

    /** A placeholder that follows looks at what is before it by itself. */
    private char after(int index) {
        String whole = written.text();
        return index < whole.length() && Placeholders.end(whole, index, whole.length()) < 0 ? whole.charAt(index) : ' ';
    }

    /** Whether two characters beside each other may begin a comment, an operator or a quote, or go on with one. */
    private static boolean runTogether(char left, char right) {
        return switch (right) {
            case '\'', '"' ->
                left == '\'' || left == '"' || left == '&' || left == ':' || Characters.isIdentifierPart(left);
            case '$' -> Characters.isIdentifierPart(left);
            default -> Characters.isOperator(left) && Characters.isOperator(right);
        };
    }

    Statement result() {
        if (splices.isEmpty()) {
            return written;
        }
        text.append(written.text(), copied, written.text().length());
        String substituted = text.toString();
        boolean backslashQuotes = written.origin().backslashQuotes();
        TokenList tokens = tokens(substituted, backslashQuotes);
        return new Statement(
                substituted,
                kind(tokens),
                CommandName.of(tokens),
                written.offset(),
                written.position(),
                tokens,
                written.copyData(),
                new Origin(backslashQuotes, written, splices));
    }

    /** A statement whose rows were read stays a COPY, and no other one becomes one: its rows would be missing. */
    private StatementKind kind(TokenList tokens) {
        StatementKind kind = StatementClassifier.kindOf(tokens);
        boolean copy = written.kind() == StatementKind.COPY_FROM_STDIN;
        return copy == (kind == StatementKind.COPY_FROM_STDIN) ? kind : written.kind();
    }

    private static TokenList tokens(String text, boolean backslashQuotes) {
        var tokens = new TokenList.Builder();
        var lexer = new Lexer(text, 0, text.length(), backslashQuotes);
        for (Lexeme lexeme = lexer.next(); lexeme != Lexeme.END; lexeme = lexer.next()) {
            TokenKind kind = lexeme.tokenKind();
            if (kind != null) {
                tokens.add(kind, lexer.start(), lexer.end());
            }
        }
        return tokens.build(text, 0);
    }
}
