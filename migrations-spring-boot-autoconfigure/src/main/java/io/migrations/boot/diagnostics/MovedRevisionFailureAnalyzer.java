/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.MovedRevisionException;

/** Reports a {@link MovedRevisionException}. */
final class MovedRevisionFailureAnalyzer extends ReportingFailureAnalyzer<MovedRevisionException> {

    @Override
    void describe(MovedRevisionException cause, Report report) {
        report.text(
                "The scripts changed places since they were applied, so a downgrade would undo '%s' before '%s', which"
                                .formatted(cause.recordedOn(), cause.revision())
                        + " stands on it:");
        report.field("'%s' was applied on".formatted(cause.revision()), "'%s'".formatted(cause.recordedOn()))
                .field("its script follows", cause.follows().isEmpty() ? "nothing" : Report.named(cause.follows()));
        report.text("Nothing was undone: the database is as it was.");
    }

    @Override
    void advise(MovedRevisionException cause, Report report) {
        report.text("Put the script back in its place. Or, if its new place is right, record it:");
        report.quote("migrations repair " + cause.revision());
    }
}
