/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.UnsupportedDatabaseException;
import java.util.Set;

/** Reports a {@link UnsupportedDatabaseException}. */
final class UnsupportedDatabaseFailureAnalyzer extends ReportingFailureAnalyzer<UnsupportedDatabaseException> {

    private static final Set<String> EMBEDDED = Set.of("H2", "HSQL Database Engine", "Apache Derby");

    @Override
    void describe(UnsupportedDatabaseException cause, Report report) {
        report.text("The database to migrate is %s %s; revisions run on PostgreSQL 14 or later."
                .formatted(cause.product(), cause.version()));
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(UnsupportedDatabaseException cause, Report report) {
        if (EMBEDDED.contains(cause.product())) {
            report.text("In a test slice, such as @DataJpaTest, an embedded database has taken the place of your own. "
                    + "To keep it, add to the test class:");
            report.quote("@AutoConfigureTestDatabase(replace = Replace.NONE)");
            report.text("Outside a test, point 'spring.datasource.url' or 'migrations.url' to a PostgreSQL.");
        } else {
            report.text("Point 'spring.datasource.url' or 'migrations.url' to a PostgreSQL 14 or later, or set "
                    + "'migrations.enabled' to 'false'.");
        }
    }
}
