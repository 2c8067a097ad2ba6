/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.LockHolder;
import io.migrations.engine.Remedy;
import io.migrations.engine.StatementFailure;

/** What all reports about a failed statement say: where it is, what the server said, who stood in the way. */
final class FailedStatement {

    private final StatementFailure failure;

    FailedStatement(StatementFailure failure) {
        this.failure = failure;
    }

    /**
     * Describes it.
     *
     * @param subject what it is a part of, as the beginning of a sentence
     */
    void describe(String subject, int attempts, Report report) {
        if (failure.excerpt().isEmpty()) {
            report.text("%s failed at its commit, in %s:".formatted(subject, failure.file()));
        } else {
            report.text("%s failed in %s, line %d, column %d:"
                    .formatted(
                            subject,
                            failure.file(),
                            failure.position().line(),
                            failure.position().column()));
            report.quote(failure.excerpt());
        }
        report.field("Message", failure.message())
                .field("Detail", failure.detail())
                .field("Hint", failure.hint())
                .field("Context", failure.context())
                .field("SQLSTATE", failure.sqlState());
        for (LockHolder blocker : failure.blockers()) {
            report.field("Blocked by", blocker);
        }
        report.field("And", failure.moreBlockers() > 0 ? failure.moreBlockers() + " more" : null);
        report.field("Attempts", attempts > 1 ? attempts : null);
        if (failure.explanation() != null) {
            report.text(failure.explanation());
        }
    }

    /**
     * Says what to do where no script is at fault: others stood in the way, the session was ended, the connection broke.
     *
     * @return whether that is so, and all is said
     * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
     */
    boolean adviseTryingAgain(int attempts, Report report) {
        if (Remedy.after(failure.sqlState()) != Remedy.TRY_AGAIN) {
            return false;
        }
        if (Remedy.isConnectionLost(failure.sqlState())) {
            report.text(lost() + " Try again once the server answers. Only if it happens again and again at this "
                    + "statement, look into the server's log.");
        } else {
            report.text(("Other sessions stood in the way, %d times. End what they do, or try again when there is less "
                            + "traffic. For more patience set 'migrations.lock-timeout' or "
                            + "'migrations.retry.max-attempts'.")
                    .formatted(attempts));
        }
        return true;
    }

    private String lost() {
        return switch (String.valueOf(failure.sqlState())) {
            case "57P01" ->
                "Somebody ended the session, with pg_terminate_backend, or an administrator shut the server down.";
            case "57P02" -> "The server ended all sessions, because one of its processes had crashed.";
            case "57P03" -> "The server was starting, shutting down or recovering.";
            default -> "The connection to the server was lost.";
        };
    }

    /** Says how to give a statement more time, where one was cancelled; what follows is another way. */
    void adviseMoreTime(Report report) {
        if (Remedy.after(failure.sqlState()) != Remedy.GIVE_TIME) {
            return;
        }
        report.text(
                failure.explanation() == null
                        ? "Somebody cancelled the statement. Try again."
                        : "If it needs that long, raise 'migrations.statement-timeout', or give it a limit of its own by "
                                + "a statement before it:");
        if (failure.explanation() != null) {
            report.quote("SET statement_timeout = '1h';");
        }
        report.text("Otherwise:");
    }

    /** Says which rights would help, and how to declare what looks like a placeholder, if that is what the server stumbled over. */
    void advise(Report report) {
        if (!failure.remedies().isEmpty()) {
            report.text("A right is missing. As a superuser, or as who owns it:");
            report.quote(String.join("\n", failure.remedies()));
            report.text("Or migrate as another user, with 'migrations.username', or in another role, with"
                    + " 'migrations.role'. Otherwise:");
        }
        String placeholder = failure.placeholder();
        if (placeholder != null) {
            report.text("'%s' was sent as it is, because no placeholder is declared. To have it replaced, declare it:"
                    .formatted(placeholder));
            report.quote(
                    "migrations.placeholders.%s=...".formatted(placeholder.substring(2, placeholder.length() - 1)));
        }
    }
}
