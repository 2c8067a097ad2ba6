/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sql;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names a statement by its leading keywords, for messages: {@code CREATE INDEX CONCURRENTLY}. */
final class CommandName {

    /** Words of CREATE and its kind that say how, not what. */
    private static final Set<String> MODIFIERS = Set.of(
            "OR",
            "REPLACE",
            "UNIQUE",
            "GLOBAL",
            "LOCAL",
            "TEMP",
            "TEMPORARY",
            "UNLOGGED",
            "RECURSIVE",
            "TRUSTED",
            "CONSTRAINT",
            "PROCEDURAL");

    /** Every beginning of these is a beginning of some object's kind; a word after one goes on with it. */
    private static final Set<String> LONG_OBJECTS = Set.of(
            "ACCESS METHOD",
            "DEFAULT PRIVILEGES",
            "EVENT TRIGGER",
            "FOREIGN TABLE",
            "FOREIGN DATA",
            "FOREIGN DATA WRAPPER",
            "FOREIGN SCHEMA",
            "INDEX CONCURRENTLY",
            "TABLE CONCURRENTLY",
            "SCHEMA CONCURRENTLY",
            "DATABASE CONCURRENTLY",
            "SYSTEM CONCURRENTLY",
            "LARGE OBJECT",
            "MATERIALIZED VIEW",
            "MATERIALIZED VIEW CONCURRENTLY",
            "OPERATOR CLASS",
            "OPERATOR FAMILY",
            "TEXT SEARCH",
            "TEXT SEARCH CONFIGURATION",
            "TEXT SEARCH DICTIONARY",
            "TEXT SEARCH PARSER",
            "TEXT SEARCH TEMPLATE",
            "USER MAPPING");

    private static final Set<String> WITH_OBJECT = Set.of("CREATE", "ALTER", "DROP", "REINDEX", "REFRESH", "IMPORT");

    private static final Set<String> PAIRS = Set.of(
            "START TRANSACTION",
            "PREPARE TRANSACTION",
            "COMMIT PREPARED",
            "ROLLBACK PREPARED",
            "ROLLBACK TO",
            "SET LOCAL",
            "SET SESSION",
            "SET TRANSACTION",
            "SET CONSTRAINTS",
            "SET ROLE",
            "RESET ROLE",
            "DISCARD ALL",
            "INSERT INTO",
            "DELETE FROM",
            "MERGE INTO",
            "COMMENT ON",
            "SECURITY LABEL",
            "LOCK TABLE",
            "TRUNCATE TABLE",
            "REASSIGN OWNED");

    private CommandName() {}

    static String of(TokenList tokens) {
        if (tokens.isEmpty()) {
            return "";
        }
        String first = tokens.get(0).keyword();
        if (!WITH_OBJECT.contains(first)) {
            String second = word(tokens, 1);
            return second != null && PAIRS.contains(first + " " + second) ? first + " " + second : first;
        }
        int next = afterOptions(tokens);
        String object = word(tokens, next);
        while (object != null && MODIFIERS.contains(object)) {
            object = word(tokens, ++next);
        }
        if (object == null) {
            return first;
        }
        for (String more = word(tokens, ++next);
                more != null && LONG_OBJECTS.contains(object + " " + more);
                more = word(tokens, ++next)) {
            object += " " + more;
        }
        return first + " " + object;
    }

    /** REINDEX has a list of options before the kind of object. */
    private static int afterOptions(TokenList tokens) {
        int next = 1;
        if (tokens.isMark(next, '(')) {
            while (next < tokens.size() && !tokens.isMark(next, ')')) {
                next++;
            }
            next++;
        }
        return next;
    }

    private static @Nullable String word(TokenList tokens, int index) {
        return index < tokens.size() && tokens.kind(index) == TokenKind.WORD
                ? tokens.get(index).keyword()
                : null;
    }
}
