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
            report.text("Migrate as a user that may write, with 'migrations.username', or turn the setting off:");
            report.quote("ALTER ROLE the_user SET default_transaction_read_only = off;");
        }
        report.text("Applications that only read start with 'migrations.startup.mode' set to 'wait' (until another "
                + "process has migrated) or 'validate'.");
    }
}
