/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.InterruptedRevisionException;
import io.migrations.engine.InterruptedRevisionException.Reason;

/** Reports a {@link InterruptedRevisionException}. */
final class InterruptedRevisionFailureAnalyzer extends ReportingFailureAnalyzer<InterruptedRevisionException> {

    @Override
    void describe(InterruptedRevisionException cause, Report report) {
        report.text("The %s of revision '%s' stopped half-way in an earlier run. It runs outside a transaction%s"
                .formatted(
                        cause.action(),
                        cause.revision(),
                        cause.statements() == 0
                                ? "."
                                : ": its first %s took effect and will not run again."
                                        .formatted(Report.count(cause.statements(), "statement"))));
        report.text(
                switch (cause.reason()) {
                    case EDITED ->
                        "What has run already reads differently in its script now, so where to go on cannot "
                                + "be told.";
                    case NOW_TRANSACTIONAL ->
                        "Its script says now that it runs in a transaction, which would run those "
                                + "statements twice.";
                    case UNTOLD ->
                        "It was in the middle of statement %d, and how much of that took effect cannot be told."
                                .formatted(cause.statements() + 1);
                    case UNFINISHED -> "What was asked for now would change what it stands on.";
                });
        report.text("This time nothing was run.");
    }

    @Override
    void advise(InterruptedRevisionException cause, Report report) {
        report.text(
                switch (cause.reason()) {
                    case EDITED ->
                        ("Put the text of those statements back and try again. What comes after them may "
                                        + "be edited: the %s goes on with statement %d.")
                                .formatted(cause.action(), cause.statements() + 1);
                    case NOW_TRANSACTIONAL -> "Write '-- Transactional: false' back into its header and try again.";
                    case UNTOLD -> "It is not run again by itself: it could do its work twice.";
                    case UNFINISHED -> "Finish the %s of '%s' first.".formatted(cause.action(), cause.revision());
                });
        report.text((cause.reason() == Reason.UNTOLD ? "Look" : "Or look")
                + " into the database, and say that all of it is there, or that nothing of it is:");
        report.quote("java -jar <application>.jar migrations repair %1$s --as applied\njava -jar <application>.jar"
                        .formatted(cause.revision())
                + " migrations repair %s --as pending".formatted(cause.revision()));
    }
}
