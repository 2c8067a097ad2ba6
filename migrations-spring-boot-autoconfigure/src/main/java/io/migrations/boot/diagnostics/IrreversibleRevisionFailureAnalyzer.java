/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.IrreversibleRevisionException;

/** Reports a {@link IrreversibleRevisionException}. */
final class IrreversibleRevisionFailureAnalyzer extends ReportingFailureAnalyzer<IrreversibleRevisionException> {

    @Override
    void describe(IrreversibleRevisionException cause, Report report) {
        report.text(String.valueOf(cause.getMessage()));
        report.text("The whole plan was checked before its first statement: the database is as it was.");
    }

    @Override
    void advise(IrreversibleRevisionException cause, Report report) {
        report.text("Give %s a way back, or choose a target above.".formatted(Report.named(cause.revisions())));
    }
}
