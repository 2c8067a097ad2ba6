/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.RevisionFailedException;
import io.migrations.revision.Direction;
import java.util.Set;

/** Reports a {@link RevisionFailedException}. */
final class RevisionFailedFailureAnalyzer extends ReportingFailureAnalyzer<RevisionFailedException> {

    /** Tables (and views, indexes, sequences), schemas, functions, types that are there already. */
    private static final Set<String> EXISTS = Set.of("42P07", "42P06", "42723", "42710");

    /** A {@code COMMIT} or {@code ROLLBACK} inside of a procedure or block that was called in a transaction. */
    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";

    @Override
    void describe(RevisionFailedException cause, Report report) {
        String revision = cause.step().revision().id();
        new FailedStatement(cause.failure()).describe("Revision '%s'".formatted(revision), cause.attempts(), report);
        describeDatabase(cause, report);
    }

    @Override
    void advise(RevisionFailedException cause, Report report) {
        var statement = new FailedStatement(cause.failure());
        statement.advise(report);
        adviseStamp(cause, report);
        if (cause.isOutcomeUnknown()) {
            report.text("Try again once the server answers: the next run reads what is applied and goes on from there"
                    + (cause.isTransactional() ? "." : ", or says what has to be decided."));
        } else if (cause.isUntold()) {
            String revision = cause.step().revision().id();
            report.text(
                    ("Statement %d of revision '%s' may have committed a part of its work, so it is not run again by "
                                    + "itself. Look into the database, and say that all of the revision is there, or that nothing "
                                    + "of it is:")
                            .formatted(cause.statementsKept() + 1, revision));
            report.quote("java -jar <application>.jar migrations repair %1$s --as applied\njava -jar <application>.jar"
                            .formatted(revision)
                    + " migrations repair %s --as pending".formatted(revision));
        } else if (!statement.adviseTryingAgain(cause.attempts(), report)) {
            statement.adviseMoreTime(report);
            adviseNoTransaction(cause, report);
            adviseCorrection(cause, report);
        }
    }

    private static void adviseNoTransaction(RevisionFailedException cause, Report report) {
        if (cause.isTransactional()
                && INVALID_TRANSACTION_TERMINATION.equals(cause.failure().sqlState())) {
            boolean java = cause.failure().file().endsWith(".java");
            report.text(
                    "What it calls ends transactions itself, which it cannot do inside of another. If that is meant, "
                            + "write into its header:");
            report.quote(java ? "@RevisionHeader(transactional = false)" : "-- Transactional: false");
            report.text("Otherwise:");
        }
    }

    private static void adviseCorrection(RevisionFailedException cause, Report report) {
        String file = cause.failure().file();
        if (cause.statementsKept() > 0) {
            report.text(("Correct %s from its statement %d on, or remove the cause in the database, and try again: "
                            + "it goes on there. What ran before must stay as it is.")
                    .formatted(file, cause.statementsKept() + 1));
        } else {
            report.text(withNothingKept(cause).formatted(file));
        }
    }

    private static void adviseStamp(RevisionFailedException cause, Report report) {
        if (cause.isFirstEver()
                && cause.step().direction() == Direction.UPGRADE
                && EXISTS.contains(String.valueOf(cause.failure().sqlState()))) {
            String revision = cause.step().revision().id();
            report.text(
                    ("Nothing is recorded as applied, and some of what revision '%s' makes is there already. If this"
                                    + " database was made otherwise and has all of it, record that, without running it:")
                            .formatted(revision));
            report.quote("migrations stamp " + revision);
            report.text("Otherwise:");
        }
    }

    private static String withNothingKept(RevisionFailedException cause) {
        if (cause.step().direction() == Direction.DOWNGRADE) {
            return "Remove the cause in the database, or correct the downgrade in %s, and try again; the upgrade beside it"
                    + " is applied and must stay as it is.";
        }
        return cause.isTransactional()
                ? "Correct %s and try again: nothing of it is applied, so it may still be edited."
                : "Remove the cause in the database, or correct %s, and try again.";
    }

    private static void describeDatabase(RevisionFailedException cause, Report report) {
        String revision = cause.step().revision().id();
        boolean upgrade = cause.step().direction() == Direction.UPGRADE;
        if (cause.isOutcomeUnknown()) {
            report.text(
                    "The connection broke before the server's answer came, so revision '%s' may be applied all the same."
                            .formatted(revision));
            return;
        }
        String before = cause.completedBefore().isEmpty()
                ? "No other revision was %s.".formatted(upgrade ? "applied" : "undone")
                : "Before it, this run %s %s; that is committed."
                        .formatted(upgrade ? "applied" : "undid", Report.named(cause.completedBefore()));
        report.text(kept(cause).formatted(revision) + " " + before);
    }

    private static String kept(RevisionFailedException cause) {
        if (cause.isTransactional()) {
            return "Nothing of revision '%s' was kept.";
        }
        if (cause.statementsKept() > 0) {
            return "Revision '%s' runs outside a transaction: its first "
                    + Report.count(cause.statementsKept(), "statement")
                    + " took effect and will not run again.";
        }
        return cause.isUntold()
                ? "Revision '%s' runs outside a transaction: what its first statement had committed before it failed is kept."
                : "No statement of revision '%s' took effect. It runs outside a transaction, so the failed one may have left"
                        + " something unfinished, such as an invalid index; the next run clears that away before it goes on.";
    }
}
