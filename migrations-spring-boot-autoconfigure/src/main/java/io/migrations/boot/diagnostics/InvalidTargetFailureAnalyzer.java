/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.revision.InvalidTargetException;

/** Reports a {@link InvalidTargetException}. */
final class InvalidTargetFailureAnalyzer extends ReportingFailureAnalyzer<InvalidTargetException> {

    @Override
    void describe(InvalidTargetException cause, Report report) {
        report.text(String.valueOf(cause.getMessage()));
        report.text("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(InvalidTargetException cause, Report report) {
        report.text("Correct 'migrations.target': 'head', 'heads', a branch label, or the id of a revision.");
    }
}
