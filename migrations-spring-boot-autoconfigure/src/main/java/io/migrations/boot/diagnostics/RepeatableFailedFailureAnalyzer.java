/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.RepeatableFailedException;
import io.migrations.engine.StatementFailure;

/** Reports a {@link RepeatableFailedException}. */
final class RepeatableFailedFailureAnalyzer extends ReportingFailureAnalyzer<RepeatableFailedException> {

    @Override
    void describe(RepeatableFailedException cause, Report report) {
        StatementFailure failure = cause.failure();
        new FailedStatement(failure)
                .describe("Repeatable script '%s'".formatted(cause.script()), cause.attempts(), report);
        String before = cause.completedBefore().isEmpty()
                ? "Nothing ran before it."
                : "Before it, this run applied %s; that is committed.".formatted(Report.named(cause.completedBefore()));
        report.text("Nothing of repeatable script '%s' was kept, and what it had made before is as it was. %s"
                .formatted(cause.script(), before));
    }

    @Override
    void advise(RepeatableFailedException cause, Report report) {
        var statement = new FailedStatement(cause.failure());
        statement.advise(report);
        if (statement.adviseTryingAgain(cause.attempts(), report)) {
            return;
        }
        statement.adviseMoreTime(report);
        if (cause.dependents().isEmpty()) {
            report.text("Correct %s and try again.".formatted(cause.failure().file()));
        } else {
            report.text(("It can only be replaced by dropping what it made, and something depends on that which no "
                            + "repeatable script made: %s. Write that as a repeatable script, or drop it in a revision, "
                            + "and try again.")
                    .formatted(Report.named(cause.dependents())));
        }
    }
}
