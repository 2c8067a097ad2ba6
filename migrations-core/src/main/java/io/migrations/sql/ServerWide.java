/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.Optional;
import java.util.Set;

/**
 * Tells which statements change what the databases of a server share, or another database: roles, tablespaces, settings,
 * sessions, replication. Decided by the text alone: what a {@code DO} block or a function does is not seen.
 *
 * @see <a href="https://www.postgresql.org/docs/current/managing-databases.html">Managing Databases</a>
 */
public final class ServerWide {

    private static final Set<String> FUNCTIONS = Set.of(
            "pg_terminate_backend",
            "pg_cancel_backend",
            "pg_reload_conf",
            "pg_create_logical_replication_slot",
            "pg_create_physical_replication_slot",
            "pg_drop_replication_slot");

    private ServerWide() {}

    /** The first statement of a text that reaches beyond its database, named by what it does: {@code DROP ROLE}. */
    public static Optional<String> find(String sql) {
        for (Statement statement : SqlScript.parse(sql).statements()) {
            Optional<String> found = in(tokensOf(statement), statement.command());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static TokenList tokensOf(Statement statement) {
        return (TokenList) statement.tokens();
    }

    private static Optional<String> in(TokenList tokens, String command) {
        boolean shared = switch (tokens.isEmpty() ? "" : tokens.get(0).keyword()) {
            case "CREATE" -> isShared(tokens, 1);
            case "ALTER" -> isShared(tokens, 1) || tokens.is(1, "system");
            case "DROP" -> isShared(tokens, 1) || tokens.is(1, "owned");
            case "REASSIGN" -> true;
            case "COMMENT", "SECURITY" -> isOnShared(tokens);
            case "GRANT", "REVOKE" -> tokens.depthZero("on", 1) < 0 || isOnShared(tokens);
            case "COPY" -> writesFileOrRunsProgram(tokens);
            default -> false;
        };
        return shared ? Optional.of(named(tokens, command)) : function(tokens);
    }

    private static boolean isShared(TokenList tokens, int index) {
        return tokens.isAny(index, "role", "group", "database", "tablespace", "subscription")
                || (tokens.is(index, "user") && !tokens.is(index + 1, "mapping"));
    }

    private static boolean isOnShared(TokenList tokens) {
        int on = tokens.depthZero("on", 1);
        return on > 0 && tokens.isAny(on + 1, "role", "database", "tablespace", "parameter", "subscription");
    }

    private static boolean writesFileOrRunsProgram(TokenList tokens) {
        int to = tokens.depthZero("to", 1);
        return tokens.depthZero("program", 1) > 0
                || (to > 0 && to + 1 < tokens.size() && tokens.kind(to + 1) == TokenKind.STRING);
    }

    private static Optional<String> function(TokenList tokens) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.kind(i) == TokenKind.WORD && tokens.isMark(i + 1, '(')) {
                String name = tokens.get(i).identifier();
                if (name.startsWith("dblink") || FUNCTIONS.contains(name)) {
                    return Optional.of(name);
                }
            }
        }
        return Optional.empty();
    }

    /** GRANT and REVOKE with what they are about, as alone they would say little. */
    private static String named(TokenList tokens, String command) {
        if (!isOnShared(tokens)) {
            return command;
        }
        String on = command.endsWith(" ON") ? command : command + " ON";
        return on + " " + tokens.get(tokens.depthZero("on", 1) + 1).keyword();
    }
}
