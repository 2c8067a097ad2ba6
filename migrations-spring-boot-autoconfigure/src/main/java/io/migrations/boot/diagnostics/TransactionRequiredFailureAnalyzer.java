/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.TransactionRequiredException;
import io.migrations.engine.TransactionRequiredException.Need;

/** Reports a {@link TransactionRequiredException}. */
final class TransactionRequiredFailureAnalyzer extends ReportingFailureAnalyzer<TransactionRequiredException> {

    @Override
    void describe(TransactionRequiredException cause, Report report) {
        report.text("%s %s hold statements that cannot run in a transaction, and the settings ask for one."
                .formatted(cause.isOfHooks() ? "Hooks" : "Revisions", Report.named(cause.revisions())));
        report.text("This was found before the first statement: the database is as it was.");
    }

    @Override
    void advise(TransactionRequiredException cause, Report report) {
        if (cause.needs().contains(Need.LOCK_MODE_TRANSACTION)) {
            report.text("Give the migrations a direct connection, around the pooler, with the lock mode 'session'. The "
                    + "application's user is not inherited with a url:");
            report.quote(PoolerRefusedFailureAnalyzer.DIRECT + "\nmigrations.lock.mode=session");
        }
        if (cause.needs().contains(Need.TRANSACTION_PER_RUN)) {
            report.text("Set 'migrations.transaction-per' to 'revision'.");
        }
    }
}
