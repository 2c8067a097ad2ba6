/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.LockHolder;
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
