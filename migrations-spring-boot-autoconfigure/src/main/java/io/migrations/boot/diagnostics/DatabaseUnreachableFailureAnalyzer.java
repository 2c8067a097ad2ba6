/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.DatabaseUnreachableException;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Reports a {@link DatabaseUnreachableException}. */
final class DatabaseUnreachableFailureAnalyzer extends ReportingFailureAnalyzer<DatabaseUnreachableException> {

    private static final String OWN_URL = "migrations.url";

    private final Environment environment;

    DatabaseUnreachableFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    void describe(DatabaseUnreachableException cause, Report report) {
        report.text("No connection to the database to migrate could be had:");
        report.field(urlProperty(), environment.getProperty(urlProperty()))
                .field("Message", ServerMessage.of(cause).text())
                .field("SQLSTATE", ServerMessage.of(cause).sqlState());
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(DatabaseUnreachableException cause, Report report) {
        String prefix = StringUtils.hasText(environment.getProperty(OWN_URL))
                        || StringUtils.hasText(environment.getProperty("migrations.username"))
                ? "migrations"
                : "spring.datasource";
        String state = ServerMessage.of(cause).sqlState();
        if (state.startsWith("28")) {
            report.text(
                    "Check '%s.username' and '%s.password', and what pg_hba.conf allows.".formatted(prefix, prefix));
        } else if (state.equals("3D000")) {
            report.text("Create the database, or correct its name in '%s'.".formatted(urlProperty()));
        } else {
            report.text("Check that the server runs and can be reached from here, and that '%s' names it."
                    .formatted(urlProperty()));
        }
    }

    private String urlProperty() {
        return StringUtils.hasText(environment.getProperty(OWN_URL)) ? OWN_URL : "spring.datasource.url";
    }
}
