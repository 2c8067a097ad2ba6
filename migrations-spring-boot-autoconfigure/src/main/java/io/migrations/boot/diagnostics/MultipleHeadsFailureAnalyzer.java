/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.boot.CommandMode;
import io.migrations.revision.MultipleHeadsException;
import io.migrations.revision.Revision;
import org.springframework.core.env.Environment;

/** Reports a {@link MultipleHeadsException}. */
final class MultipleHeadsFailureAnalyzer extends ReportingFailureAnalyzer<MultipleHeadsException> {

    private final Environment environment;

    MultipleHeadsFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    void describe(MultipleHeadsException cause, Report report) {
        report.text("Target '%s' means one head, and the revisions have %d:"
                .formatted(cause.target(), cause.heads().size()));
        for (Revision head : cause.heads()) {
            report.field("'" + head.id() + "'", head.source());
        }
        report.untouched("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(MultipleHeadsException cause, Report report) {
        report.text("If one should come after the other, name it in the header of the later script:");
        report.quote("-- Revises: " + cause.heads().get(0).id());
        report.text(
                "If they are independent, 'migrations merge' writes the script that joins them; it holds this header:");
        report.quote("-- Revises: "
                + String.join(", ", cause.heads().stream().map(Revision::id).toList()));
        report.text(
                CommandMode.isActive(environment)
                        ? "If they should stay apart, give the target 'heads', or the id of one of them."
                        : "If they should stay apart, set 'migrations.target' to 'heads'.");
    }
}
