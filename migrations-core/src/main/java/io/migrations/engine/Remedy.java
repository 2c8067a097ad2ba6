/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.Failure;
import io.migrations.history.JournalEntry;
import io.migrations.script.Script;
import org.jspecify.annotations.Nullable;

/**
 * What helps after an attempt that did not end well.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
public enum Remedy {
    /** Others were in the way, or the session or its connection ended: the script is not at fault. */
    TRY_AGAIN,
    /** A statement was cancelled, because it took too long or by somebody. */
    GIVE_TIME,
    /** The script, or what it finds in the database, has to change. */
    CORRECT,
    /** An upgrade goes on from there, or says what has to be decided. */
    GO_ON,
    /** It stopped in a statement of which nothing can tell how far it came, so somebody has to. */
    DECIDE;

    private static final String QUERY_CANCELED = "57014";

    /** After a failure with this code. */
    public static Remedy after(@Nullable String sqlState) {
        if (Retry.helps(sqlState) || isConnectionLost(sqlState)) {
            return TRY_AGAIN;
        }
        return QUERY_CANCELED.equals(sqlState) ? GIVE_TIME : CORRECT;
    }

    /** Whether the session was ended or its connection broke: by somebody, a crash, or on the way. */
    public static boolean isConnectionLost(@Nullable String sqlState) {
        return sqlState != null && (sqlState.startsWith("08") || sqlState.startsWith("57P"));
    }

    static Remedy of(JournalEntry attempt, Script script) {
        Failure failure = attempt.failure();
        return switch (attempt.outcome()) {
            case RUNNING, INTERRUPTED -> HalfDone.isUntold(attempt, script) ? DECIDE : GO_ON;
            case SUCCEEDED, FAILED -> after(failure == null ? null : failure.sqlState());
        };
    }
}
