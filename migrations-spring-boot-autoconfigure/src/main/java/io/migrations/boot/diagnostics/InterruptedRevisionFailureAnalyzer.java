/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.InterruptedRevisionException;

/** Reports a {@link InterruptedRevisionException}. */
final class InterruptedRevisionFailureAnalyzer extends ReportingFailureAnalyzer<InterruptedRevisionException> {

    @Override
    void describe(InterruptedRevisionException cause, Report report) {
        report.text("Revision '%s' stopped half-way, and %s has been edited since, so where to go on cannot be told."
                .formatted(cause.revision(), cause.file()));
        report.text(
                "It runs outside a transaction: its first %s took effect and will not run again. This start has run nothing."
                        .formatted(Report.count(cause.statements(), "statement")));
    }

    @Override
    void advise(InterruptedRevisionException cause, Report report) {
        report.text(
                ("Put the text back that was running and start again: the upgrade goes on with statement %d. Make the "
                                + "change in a new revision.")
                        .formatted(cause.statements() + 1));
    }
}
