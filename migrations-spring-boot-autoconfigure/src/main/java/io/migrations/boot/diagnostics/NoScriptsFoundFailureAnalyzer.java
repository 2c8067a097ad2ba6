/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.script.NoScriptsFoundException;

/** Reports a {@link NoScriptsFoundException}. */
final class NoScriptsFoundFailureAnalyzer extends ReportingFailureAnalyzer<NoScriptsFoundException> {

    @Override
    void describe(NoScriptsFoundException cause, Report report) {
        report.text(
                cause.locations().size() == 1
                        ? "There are no scripts in %s.".formatted(Report.named(cause.locations()))
                        : "There are no scripts in any of %s.".formatted(Report.named(cause.locations())));
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(NoScriptsFoundException cause, Report report) {
        report.text(
                "Add a script such as '001_create_orders.sql' there (below 'src/main/resources' for 'classpath:'), or "
                        + "correct 'migrations.locations'. An application without migrations sets "
                        + "'migrations.enabled' to 'false'.");
    }
}
