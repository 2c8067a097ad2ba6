/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.PlanChangedException;

/** Reports a {@link PlanChangedException}. */
final class PlanChangedFailureAnalyzer extends ReportingFailureAnalyzer<PlanChangedException> {

    @Override
    void describe(PlanChangedException cause, Report report) {
        report.text(
                "Between what was shown and what was to be done the database changed: another process migrated it.");
        report.text("Nothing more was done. What was done before, if anything, stays and is recorded.");
    }

    @Override
    void advise(PlanChangedException cause, Report report) {
        report.text("Repeat the command: it shows what it would do now. 'migrations log' tells who did what.");
    }
}
