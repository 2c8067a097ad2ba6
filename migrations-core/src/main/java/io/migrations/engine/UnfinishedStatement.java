/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Statement;
import java.util.Locale;

/**
 * A statement that runs outside a transaction, after an attempt that did not record its end: decides from its words what
 * to ask the catalog, and from the answer whether it took effect, and what it left.
 */
sealed interface UnfinishedStatement
        permits UnfinishedDetach,
                UnfinishedIndexBuild,
                UnfinishedIndexDrop,
                UnfinishedObject,
                UnfinishedPublication,
                UnfinishedReindex,
                UnfinishedRepeat,
                UnfinishedRoutine {

    /** Asks the catalog. Changes nothing. */
    Finding find(Aftermath aftermath);

    static UnfinishedStatement of(Statement statement) {
        var words = StatementWords.of(statement);
        return switch (firstWord(statement)) {
            case "CREATE" ->
                statement.command().endsWith("INDEX CONCURRENTLY")
                        ? UnfinishedIndexBuild.of(words)
                        : UnfinishedObject.of(words);
            case "DROP" ->
                statement.command().endsWith("INDEX CONCURRENTLY")
                        ? UnfinishedIndexDrop.of(words)
                        : UnfinishedObject.of(words);
            case "REINDEX" -> UnfinishedReindex.of(words);
            case "ALTER" -> words.is(1, "subscription") ? UnfinishedPublication.of(words) : UnfinishedDetach.of(words);
            case "CALL", "DO" -> new UnfinishedRoutine();
            default -> new UnfinishedRepeat();
        };
    }

    /** Whether running it twice is as good as once, or whether it says itself what is to happen then. */
    static boolean isRepeatable(Statement statement) {
        var words = StatementWords.of(statement);
        int condition = words.after("if", 0);
        return of(statement) instanceof UnfinishedRepeat
                || of(statement) instanceof UnfinishedReindex
                || words.is(condition, "exists")
                || (words.is(condition, "not") && words.is(condition + 1, "exists"));
    }

    /** Whether nothing can tell what an unfinished attempt at it has done. */
    static boolean cannotBeTold(Statement statement) {
        return NonTransactionalStep.refusesTransactions(statement) && of(statement) instanceof UnfinishedRoutine;
    }

    private static String firstWord(Statement statement) {
        return statement.command().split(" ", 2)[0].toUpperCase(Locale.ROOT);
    }
}
