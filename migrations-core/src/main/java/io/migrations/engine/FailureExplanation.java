/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.script.Script;
import java.util.List;

/**
 * What the server's message leaves out, asked for after the failed transaction is gone: who stood in the way, which
 * timeout it was, which right is missing, and for a value that is too new for its transaction, where to cut.
 */
final class FailureExplanation {

    private static final String QUERY_CANCELED = "57014";
    /** What the server says to somebody's request, in the language that most servers speak. */
    private static final String ON_REQUEST = "user request";

    private final Session session;
    private final MigratorSettings settings;

    FailureExplanation(Session session, MigratorSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /**
     * The failure with what could be found out; that cannot make it worse.
     *
     * @param script what it is a failure of
     */
    StatementFailure of(ScriptStatementException exception, Script script) {
        StatementFailure failure = exception.failure();
        String sqlState = String.valueOf(failure.sqlState());
        try {
            if (Retry.helps(sqlState)) {
                List<LockHolder> blockers =
                        LockHolders.ofRelations(session.jdbc(), exception.names(), !exception.isOnRows());
                return failure.blockedBy(blockers);
            }
            if (QUERY_CANCELED.equals(sqlState) && !failure.message().contains(ON_REQUEST)) {
                StatementTimeout timeout = StatementTimeout.of(settings, session);
                return failure.explained(
                        timeout.isNone()
                                ? "The script itself, or a function that it calls, sets a statement_timeout."
                                : timeout.explanation());
            }
            if (SqlCause.INSUFFICIENT_PRIVILEGE.equals(sqlState)) {
                return failure.remediedBy(session.reading(() -> new MissingRights(session).of(exception)));
            }
            if (NewEnumValue.SQLSTATE.equals(sqlState)) {
                return failure.explained(NewEnumValue.advice(script, exception.statement(), failure.message()));
            }
        } catch (RuntimeException unknown) {
            exception.addSuppressed(unknown);
        }
        return failure;
    }
}
