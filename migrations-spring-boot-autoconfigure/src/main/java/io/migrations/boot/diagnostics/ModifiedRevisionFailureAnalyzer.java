/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.Modification;
import io.migrations.engine.ModifiedRevisionException;
import java.util.List;
import java.util.stream.Collectors;

/** Reports a {@link ModifiedRevisionException}. */
final class ModifiedRevisionFailureAnalyzer extends ReportingFailureAnalyzer<ModifiedRevisionException> {

    private static final int MOST_LINES = 40;

    @Override
    void describe(ModifiedRevisionException cause, Report report) {
        for (Modification modification : cause.modifications()) {
            report.text("Revision '%s' was applied, and %s says something else now:"
                    .formatted(modification.revision(), modification.file()));
            List<String> difference = modification.difference().lines().toList();
            report.quote(String.join("\n", difference.subList(0, Math.min(difference.size(), MOST_LINES))));
            if (difference.size() > MOST_LINES) {
                report.quote("... and %d lines more".formatted(difference.size() - MOST_LINES));
            }
        }
        report.text("'-' is what ran, '+' what the script says. Layout and comments do not count. Nothing was run: the "
                + "database is as it was.");
    }

    @Override
    void advise(ModifiedRevisionException cause, Report report) {
        report.text("Put back the text that ran, and make the change in a new revision.");
        report.text("Or, if the database is as the scripts say now, accept them:");
        report.quote("java -jar <application>.jar migrations repair "
                + cause.modifications().stream().map(Modification::revision).collect(Collectors.joining(" ")));
    }
}
