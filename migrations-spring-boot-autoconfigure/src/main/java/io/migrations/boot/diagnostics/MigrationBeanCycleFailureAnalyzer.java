/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.autoconfigure.MigrationBeanCycleException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Reports a {@link MigrationBeanCycleException}; before Boot, which sees any cycle in it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MigrationBeanCycleFailureAnalyzer extends ReportingFailureAnalyzer<MigrationBeanCycleException> {

    @Override
    void describe(MigrationBeanCycleException cause, Report report) {
        describe(cause, cause, report);
    }

    @Override
    void describe(Throwable failure, MigrationBeanCycleException cause, Report report) {
        report.text("The %s bean '%s' takes part in the migration, and needs a bean that waits for the migration:"
                .formatted(cause.kind(), cause.bean()));
        report.quote(String.join(System.lineSeparator() + "  needs ", cause.pathWithin(failure)));
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(MigrationBeanCycleException cause, Report report) {
        report.text(
                ("Let '%s' do without: JdbcTemplate, JdbcClient, repositories, an EntityManagerFactory and everything"
                                + " with @DependsOnDatabaseInitialization wait for the migration. Or give it an ObjectProvider of"
                                + " what it needs, and ask that only after the migration.")
                        .formatted(cause.bean()));
    }
}
