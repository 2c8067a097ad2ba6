/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.ReadOnlyDatabaseException;

/** Reports a {@link ReadOnlyDatabaseException}. */
final class ReadOnlyDatabaseFailureAnalyzer extends ReportingFailureAnalyzer<ReadOnlyDatabaseException> {

    @Override
    void describe(ReadOnlyDatabaseException cause, Report report) {
        report.text(
                cause.isStandby()
                        ? "There are pending revisions, and the server is a standby: it takes no writes."
                        : "There are pending revisions, and 'default_transaction_read_only' is on for this session.");
        cause.source().ifPresent(source -> report.field("Set by", source));
        report.text("Nothing was run: the schema is as it was.");
    }

    @Override
    void advise(ReadOnlyDatabaseException cause, Report report) {
        if (cause.isStandby()) {
            report.text("Migrate on the primary: give 'migrations.url' its address, or a url with all servers and "
                    + "'targetServerType=primary'.");
        } else {
            report.text("If the database is to be migrated, turn the setting off for the user that does so:");
            report.quote(String.join("\n", cause.remedies()));
            report.text("Or migrate as a user that may write, with 'migrations.username' and 'migrations.password'.");
        }
        report.text("Applications that only read start with 'migrations.startup.mode' set to 'wait' (until another "
                + "process has migrated) or 'validate'.");
    }
}
