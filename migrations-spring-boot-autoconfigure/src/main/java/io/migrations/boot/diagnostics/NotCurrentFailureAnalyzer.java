/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.NotCurrentException;

/** Reports a {@link NotCurrentException}. */
final class NotCurrentFailureAnalyzer extends ReportingFailureAnalyzer<NotCurrentException> {

    @Override
    void describe(NotCurrentException cause, Report report) {
        if (!cause.pending().isEmpty()) {
            report.text("These revisions are pending: %s.".formatted(Report.named(cause.pending())));
        }
        if (!cause.repeatables().isEmpty()) {
            report.text("These repeatable scripts have changed: %s.".formatted(Report.named(cause.repeatables())));
        }
        report.text(cause.timeout()
                .map(timeout ->
                        "The startup mode is 'wait', and no other process applied them in time (%s). This one ran nothing."
                                .formatted(Report.duration(timeout)))
                .orElse("The startup mode is 'validate', so this process must not apply them. It ran nothing: the "
                        + "database is as it was."));
    }

    @Override
    void advise(NotCurrentException cause, Report report) {
        report.text(
                cause.timeout().isPresent()
                        ? "See why the process that migrates has not done so, or wait longer with "
                                + "'migrations.startup.wait-timeout'."
                        : "Let the process that migrates run first.");
        report.text("Or let this process apply them: set 'migrations.startup.mode' to 'upgrade'.");
    }
}
