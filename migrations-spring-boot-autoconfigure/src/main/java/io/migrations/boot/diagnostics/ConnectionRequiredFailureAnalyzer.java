/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.ConnectionRequiredException;

/** Reports a {@link ConnectionRequiredException}. */
final class ConnectionRequiredFailureAnalyzer extends ReportingFailureAnalyzer<ConnectionRequiredException> {

    @Override
    void describe(ConnectionRequiredException cause, Report report) {
        report.text("Revisions %s are in Java and call op.jdbc(), so that no script can say what they do."
                .formatted(Report.named(cause.revisions())));
    }

    @Override
    void advise(ConnectionRequiredException cause, Report report) {
        report.text(
                "Leave out '--sql' to run them with a connection, or write scripts for what comes before and after them:"
                        + " '--sql FROM:TO'.");
    }
}
