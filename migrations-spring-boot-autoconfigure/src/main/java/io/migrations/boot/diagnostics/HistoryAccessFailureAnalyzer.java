/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.HistoryAccessException;

/** Reports a {@link HistoryAccessException}. */
final class HistoryAccessFailureAnalyzer extends ReportingFailureAnalyzer<HistoryAccessException> {

    @Override
    void describe(HistoryAccessException cause, Report report) {
        report.text("User '%s' may not use the tables that keep the history of migrations:".formatted(cause.user()));
        report.field("Message", ServerMessage.of(cause).text());
        report.text("No revision was run: the schema is as it was.");
    }

    @Override
    void advise(HistoryAccessException cause, Report report) {
        report.text("As the owner of the database:");
        report.quote(String.join("\n", cause.remedies()));
        report.text("Or migrate as another user, with 'migrations.username' and 'migrations.password'; or keep the "
                + "history in a schema of its own, with 'migrations.schema'.");
    }
}
