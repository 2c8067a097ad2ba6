/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.HookFailedException;
import io.migrations.script.HookPoint;

/** Reports a {@link HookFailedException}. */
final class HookFailedFailureAnalyzer extends ReportingFailureAnalyzer<HookFailedException> {

    @Override
    void describe(HookFailedException cause, Report report) {
        new FailedStatement(cause.failure()).describe(subject(cause), cause.attempts(), report);
        String completed = Report.named(cause.completed());
        report.text(kept(cause)
                + (cause.completed().isEmpty()
                        ? "This run completed no revision."
                        : isLast(cause)
                                ? "This run completed %s, which was all that it had to do; that stays."
                                        .formatted(completed)
                                : "Before it, this run completed %s; that stays.".formatted(completed)));
    }

    @Override
    void advise(HookFailedException cause, Report report) {
        var statement = new FailedStatement(cause.failure());
        statement.advise(report);
        String file = cause.hook().script().file();
        if (isLast(cause) && !cause.completed().isEmpty()) {
            report.text(
                    ("The database is at its target, so the next start has nothing to do, and does not run %s again."
                                    + " Correct it for the next time, and run by hand what of it is needed now.")
                            .formatted(file));
        } else if (!statement.adviseTryingAgain(cause.attempts(), report)) {
            statement.adviseMoreTime(report);
            report.text("Correct %s, or remove the cause in the database, and try again: it runs again then."
                    .formatted(file));
        }
    }

    private static String subject(HookFailedException cause) {
        return cause.step()
                .map(step ->
                        "A hook around revision '%s'".formatted(step.revision().id()))
                .orElse("A hook of the run");
    }

    private static String kept(HookFailedException cause) {
        if (cause.isOutcomeUnknown()) {
            return "The connection broke before the server's answer came, so the hook may have taken effect all the"
                    + " same. ";
        }
        if (cause.statementsKept() > 0) {
            return cause.step()
                    .map(step ->
                            "Revision '%s' runs outside a transaction: its first %s took effect and will not run again. "
                                    .formatted(step.revision().id(), Report.count(cause.statementsKept(), "statement")))
                    .orElseGet(() -> "It runs outside a transaction: its first %s took effect. "
                            .formatted(Report.count(cause.statementsKept(), "statement")));
        }
        return cause.step()
                .map(step -> "Nothing of it or of revision '%s' was kept. "
                        .formatted(step.revision().id()))
                .orElse("Nothing of it was kept. ");
    }

    private static boolean isLast(HookFailedException cause) {
        HookPoint point = cause.hook().point();
        return !point.isEach() && !point.isBefore();
    }
}
