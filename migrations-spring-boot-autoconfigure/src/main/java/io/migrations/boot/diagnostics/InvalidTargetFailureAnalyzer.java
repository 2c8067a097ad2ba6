/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.CommandMode;
import io.migrations.revision.InvalidTargetException;
import org.springframework.core.env.Environment;

/** Reports a {@link InvalidTargetException}. */
final class InvalidTargetFailureAnalyzer extends ReportingFailureAnalyzer<InvalidTargetException> {

    private final Environment environment;

    InvalidTargetFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    void describe(InvalidTargetException cause, Report report) {
        report.text(String.valueOf(cause.getMessage()));
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(InvalidTargetException cause, Report report) {
        report.text(
                CommandMode.isActive(environment)
                        ? "Correct the target; 'migrations history' lists the revisions."
                        : "Correct 'migrations.target': 'head', 'heads', a branch label, or the id of a revision.");
    }
}
