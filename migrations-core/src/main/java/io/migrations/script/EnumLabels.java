/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.script;

import io.migrations.sql.Statement;
import io.migrations.sql.Token;
import io.migrations.sql.TokenKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the use of an enum's value in the transaction that adds it, which the server refuses. Only what is written as the
 * same constant is found; what is put together or hidden in code is left to the server.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html">ALTER TYPE</a>
 */
final class EnumLabels {

    /**
     * A statement that names a value too early.
     *
     * @param label the value, as it is written
     * @param addition the statement that adds it
     */
    record Use(Statement statement, String label, Statement addition) {}

    private EnumLabels() {}

    static Optional<Use> firstUse(List<Statement> statements) {
        Map<String, Statement> added = new HashMap<>();
        boolean createsTypes = false;
        for (Statement statement : statements) {
            createsTypes |= statement.command().equals("CREATE TYPE");
            Optional<String> label = addedBy(statement);
            if (label.isPresent()) {
                added.put(label.get(), statement);
            } else if (!added.isEmpty() && mayUse(statement)) {
                Optional<String> used = statement.tokens().stream()
                        .filter(token -> token.kind() == TokenKind.STRING)
                        .map(Token::text)
                        .filter(added::containsKey)
                        .findFirst();
                // The values of a type that is itself new may be used from version 17 on.
                if (used.isPresent() && !createsTypes) {
                    return used.map(text -> new Use(statement, text, added.get(text)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> addedBy(Statement statement) {
        List<Token> tokens = statement.tokens();
        if (!statement.command().equals("ALTER TYPE")) {
            return Optional.empty();
        }
        for (int i = 2; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("add") && tokens.get(i + 1).is("value")) {
                return tokens.subList(i, tokens.size()).stream()
                        .filter(token -> token.kind() == TokenKind.STRING)
                        .map(Token::text)
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    /** Beside a value a further one may be put, and a comment is only a text. */
    private static boolean mayUse(Statement statement) {
        return !statement.command().equals("ALTER TYPE") && !statement.command().startsWith("COMMENT");
    }
}
