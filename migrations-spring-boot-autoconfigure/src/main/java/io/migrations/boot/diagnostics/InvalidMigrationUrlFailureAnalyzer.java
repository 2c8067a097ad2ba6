/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.autoconfigure.InvalidMigrationUrlException;

/** Reports an {@link InvalidMigrationUrlException}. */
final class InvalidMigrationUrlFailureAnalyzer extends ReportingFailureAnalyzer<InvalidMigrationUrlException> {

    @Override
    void describe(InvalidMigrationUrlException cause, Report report) {
        report.text("Property 'migrations.url' is not a JDBC URL that PostgreSQL's driver reads. Without user info and "
                + "parameters it is:");
        report.quote(cause.url());
        report.untouched("Nothing was run: no database was touched.");
    }

    @Override
    void advise(InvalidMigrationUrlException cause, Report report) {
        report.text("Write it like this:");
        report.quote("jdbc:postgresql://host:5432/database");
        report.text(
                "The driver reads no user info in a URL: put it into 'migrations.username' and 'migrations.password'.");
    }
}
