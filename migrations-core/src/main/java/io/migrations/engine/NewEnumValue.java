/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Script;
import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import io.migrations.sql.TokenKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The use of an enum's value in the transaction that adds it, which the server refuses: the text alone cannot tell whether
 * a constant is that value, or whether the value is new.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class NewEnumValue {

    static final String SQLSTATE = "55P04";

    private record Addition(Statement statement, String label) {}

    private NewEnumValue() {}

    /**
     * What to do about it, with the lines of the script where they can be told.
     *
     * @param message what the server said, which names the value
     */
    static String advice(Script script, Optional<Statement> use, String message) {
        if (script.isText() && use.isPresent()) {
            int line = use.get().position().line();
            Optional<Addition> addition = script.statements().stream()
                    .takeWhile(statement -> statement.position().line() <= line && !statement.equals(use.get()))
                    .flatMap(statement -> label(statement).map(label -> new Addition(statement, label)).stream())
                    .filter(candidate -> message.contains(candidate.label()))
                    .max(Comparator.comparingInt(candidate -> candidate.label().length()));
            if (addition.isPresent()) {
                return advice(addition.get(), line);
            }
        }
        return "A value that is added to an enum cannot be used in the same transaction. Add it in a revision before, which"
                + " has a transaction of its own.";
    }

    private static String advice(Addition addition, int line) {
        return ("The value '%s' is added by '%s' of line %d and used in line %d, but cannot be used before that is"
                        + " committed. Split the revision into two, one after the other: what comes before line %d, and"
                        + " what is there and after.")
                .formatted(
                        addition.label(),
                        addition.statement().command(),
                        addition.statement().position().line(),
                        line,
                        line);
    }

    private static Optional<String> label(Statement statement) {
        List<Token> tokens = statement.tokens();
        if (!statement.command().equals("ALTER TYPE")) {
            return Optional.empty();
        }
        for (int i = 2; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("add") && tokens.get(i + 1).is("value")) {
                return tokens.subList(i, tokens.size()).stream()
                        .filter(token -> token.kind() == TokenKind.STRING)
                        .map(Token::text)
                        .map(text -> text.substring(1, text.length() - 1).replace("''", "'"))
                        .findFirst();
            }
        }
        return Optional.empty();
    }
}
