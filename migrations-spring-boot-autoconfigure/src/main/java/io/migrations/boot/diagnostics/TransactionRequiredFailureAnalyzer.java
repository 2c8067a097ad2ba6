/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.TransactionRequiredException;

/** Reports a {@link TransactionRequiredException}. */
final class TransactionRequiredFailureAnalyzer extends ReportingFailureAnalyzer<TransactionRequiredException> {

    @Override
    void describe(TransactionRequiredException cause, Report report) {
        report.text("Revisions %s hold statements that cannot run in a transaction, and the settings ask for one."
                .formatted(Report.named(cause.revisions())));
        report.text("This was found before the first statement: the database is as it was.");
    }

    @Override
    void advise(TransactionRequiredException cause, Report report) {
        report.text(
                "Set 'migrations.transaction-per' to 'revision' and 'migrations.lock.mode' to 'session'. Behind a pooler "
                        + "in transaction mode, give migrations a direct connection with 'migrations.url'.");
    }
}
