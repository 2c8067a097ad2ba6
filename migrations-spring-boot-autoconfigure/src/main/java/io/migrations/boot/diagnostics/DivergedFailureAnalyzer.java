/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.DivergedException;

/** Reports a {@link DivergedException}. */
final class DivergedFailureAnalyzer extends ReportingFailureAnalyzer<DivergedException> {

    @Override
    void describe(DivergedException cause, Report report) {
        report.text("The database and this build went different ways:");
        report.field("Applied, unknown here", Report.named(cause.unknown()))
                .field("Pending here", Report.named(cause.pending()));
        report.text("Which order is right cannot be told from here, so nothing was run: the database is as it was.");
    }

    @Override
    void advise(DivergedException cause, Report report) {
        report.text(
                "Build from a state that has both: merge the branch that brought the unknown revisions. Or, if they "
                        + "are to go, undo them: this build can do that with the text that the database keeps, which it shows first.");
        report.quote("java -jar <application>.jar migrations downgrade <target>");
    }
}
