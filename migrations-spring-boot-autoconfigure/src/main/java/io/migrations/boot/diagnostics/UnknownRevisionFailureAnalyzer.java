/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.CommandMode;
import io.migrations.revision.UnknownRevisionException;
import org.springframework.core.env.Environment;

/** Reports a {@link UnknownRevisionException}. */
final class UnknownRevisionFailureAnalyzer extends ReportingFailureAnalyzer<UnknownRevisionException> {

    private final Environment environment;

    UnknownRevisionFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    void describe(UnknownRevisionException cause, Report report) {
        report.text("Target '%s' is no revision of this build; its heads are %s."
                .formatted(cause.target(), Report.named(cause.heads())));
        if (!cause.similar().isEmpty()) {
            report.text("Similar names are %s.".formatted(Report.named(cause.similar())));
        }
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(UnknownRevisionException cause, Report report) {
        report.text(
                CommandMode.isActive(environment)
                        ? "Correct the target; 'migrations history' lists the revisions."
                        : "Correct 'migrations.target': 'head', 'heads', a branch label, or the id of a revision.");
    }
}
