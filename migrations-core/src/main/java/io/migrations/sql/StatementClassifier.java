/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/** Finds a statement's {@link StatementKind} from its tokens. */
final class StatementClassifier {

    /** Functions that outlive the transaction they are called in, wherever they are called. */
    private static final String[] SESSION_FUNCTIONS = {
        "set_config",
        "pg_advisory_lock",
        "pg_advisory_lock_shared",
        "pg_try_advisory_lock",
        "pg_try_advisory_lock_shared"
    };

    private StatementClassifier() {}

    static StatementKind kindOf(TokenList tokens) {
        if (isTransactionControl(tokens)) {
            return StatementKind.TRANSACTION_CONTROL;
        }
        if (NonTransactional.matches(tokens)) {
            return StatementKind.NON_TRANSACTIONAL;
        }
        if (isCopyFromStdin(tokens)) {
            return StatementKind.COPY_FROM_STDIN;
        }
        return isSession(tokens) ? StatementKind.SESSION : StatementKind.ORDINARY;
    }

    private static boolean isTransactionControl(TokenList tokens) {
        if (tokens.is(0, "rollback")) {
            return !tokens.is(tokens.isAny(1, "work", "transaction") ? 2 : 1, "to");
        }
        return tokens.isAny(0, "begin", "commit", "end", "abort")
                || (tokens.isAny(0, "start", "prepare") && tokens.is(1, "transaction"));
    }

    private static boolean isCopyFromStdin(TokenList tokens) {
        if (!tokens.is(0, "copy")) {
            return false;
        }
        int from = tokens.depthZero("from", 1);
        // The server takes FROM STDOUT for the same thing.
        return from > 0 && tokens.isAny(from + 1, "stdin", "stdout");
    }

    private static boolean isSession(TokenList tokens) {
        if (tokens.is(0, "set")) {
            return !tokens.isAny(1, "local", "transaction", "constraints");
        }
        return tokens.isAny(0, "reset", "discard", "listen", "unlisten", "prepare", "deallocate", "load")
                || tokens.isAny(
                        0, "select", "with", "values", "table", "do", "call", "execute", "explain", "fetch", "move")
                || tokens.isMark(0, '(')
                || (tokens.is(0, "create") && createsTemporary(tokens))
                || (tokens.is(0, "declare") && holdsCursor(tokens))
                || callsSessionFunction(tokens);
    }

    private static boolean createsTemporary(TokenList tokens) {
        int next = tokens.is(1, "or") && tokens.is(2, "replace") ? 3 : 1;
        next = tokens.isAny(next, "global", "local") ? next + 1 : next;
        return tokens.isAny(next, "temp", "temporary") || tokens.contains("pg_temp");
    }

    private static boolean holdsCursor(TokenList tokens) {
        int with = tokens.depthZero("with", 1);
        return with > 0 && tokens.is(with + 1, "hold");
    }

    private static boolean callsSessionFunction(TokenList tokens) {
        for (String function : SESSION_FUNCTIONS) {
            if (tokens.contains(function)) {
                return true;
            }
        }
        return false;
    }
}
