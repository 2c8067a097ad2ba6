/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.autoconfigure.MultipleDataSourcesException;

/** Reports a {@link MultipleDataSourcesException}. */
final class MultipleDataSourcesFailureAnalyzer extends ReportingFailureAnalyzer<MultipleDataSourcesException> {

    @Override
    void describe(MultipleDataSourcesException cause, Report report) {
        report.text("Which DataSource to migrate is not clear. There are these beans:");
        report.quote(String.join("\n", cause.beanNames()));
        report.untouched("Nothing was run: no database was touched.");
    }

    @Override
    void advise(MultipleDataSourcesException cause, Report report) {
        report.text("Choose in one of these ways:");
        report.field("@MigrationsDataSource", "on the bean method of the one to migrate")
                .field("@Primary", "on the bean method of the application's main one")
                .field(
                        "@Bean(defaultCandidate = false)",
                        "on the others, which then need a qualifier where they are injected")
                .field("migrations.url", "with migrations.username and migrations.password, for a connection apart");
    }
}
