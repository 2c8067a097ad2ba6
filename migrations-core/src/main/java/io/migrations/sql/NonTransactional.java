/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

/**
 * The statements that PostgreSQL 14 to 18 refuses inside a transaction block. Options are read as their manual pages
 * give them, and where the catalog decides, the answer is the one for the usual case.
 */
final class NonTransactional {

    private NonTransactional() {}

    static boolean matches(TokenList tokens) {
        if (tokens.is(0, "create")) {
            return create(tokens);
        }
        if (tokens.is(0, "alter")) {
            return alter(tokens);
        }
        if (tokens.is(0, "drop")) {
            return tokens.isAny(1, "database", "tablespace", "subscription")
                    || (tokens.is(1, "index") && tokens.is(2, "concurrently"));
        }
        if (tokens.is(0, "reindex")) {
            return reindex(tokens);
        }
        return tokens.is(0, "vacuum")
                || (tokens.is(0, "discard") && tokens.is(1, "all"))
                || (tokens.is(0, "cluster") && clusterOfAll(tokens));
    }

    private static boolean create(TokenList tokens) {
        if (tokens.is(1, "subscription")) {
            // Without a connection there is no replication slot to create, which is what can't be rolled back.
            return !isOff(tokens, "create_slot") && !isOff(tokens, "connect");
        }
        int index = tokens.is(1, "unique") ? 2 : 1;
        return tokens.isAny(1, "database", "tablespace")
                || (tokens.is(index, "index") && tokens.is(index + 1, "concurrently"));
    }

    private static boolean alter(TokenList tokens) {
        if (tokens.is(1, "system")) {
            return true;
        }
        if (tokens.is(1, "database")) {
            return tokens.is(tokens.isAny(3, "set", "with") ? 4 : 3, "tablespace");
        }
        if (tokens.is(1, "subscription")) {
            return alterSubscription(tokens);
        }
        int detach = tokens.is(1, "table") ? tokens.depthZero("detach", 2) : -1;
        return detach > 0 && tokens.is(detach + 1, "partition") && tokens.depthZero("concurrently", detach + 2) > 0;
    }

    private static boolean alterSubscription(TokenList tokens) {
        if (tokens.is(3, "refresh")) {
            return true;
        }
        if (tokens.isAny(3, "set", "add", "drop") && tokens.is(4, "publication")) {
            return !isOff(tokens, "refresh");
        }
        return tokens.is(3, "set") && (tokens.contains("failover") || tokens.contains("two_phase"));
    }

    private static boolean reindex(TokenList tokens) {
        int next = 1;
        boolean concurrently = false;
        if (tokens.isMark(1, '(')) {
            while (next < tokens.size() && !tokens.isMark(next, ')')) {
                if (tokens.is(next, "concurrently")) {
                    concurrently = !isFalse(tokens, next + 1);
                }
                next++;
            }
            next++;
        }
        return concurrently
                || tokens.isAny(next, "database", "system", "schema")
                || tokens.is(next + 1, "concurrently");
    }

    private static boolean clusterOfAll(TokenList tokens) {
        int next = tokens.is(1, "verbose") ? 2 : 1;
        if (tokens.isMark(1, '(')) {
            while (next < tokens.size() && !tokens.isMark(next, ')')) {
                next++;
            }
            next++;
        }
        return next >= tokens.size();
    }

    /** Whether the statement has that option and switches it off. */
    private static boolean isOff(TokenList tokens, String option) {
        for (int i = 2; i < tokens.size(); i++) {
            if (tokens.is(i, option)) {
                return isFalse(tokens, tokens.isMark(i + 1, '=') ? i + 2 : i + 1);
            }
        }
        return false;
    }

    private static boolean isFalse(TokenList tokens, int index) {
        if (index >= tokens.size()) {
            return false;
        }
        String value = Characters.fold(tokens.get(index).identifier()).replace("'", "");
        return value.equals("false") || value.equals("off") || value.equals("0");
    }
}
