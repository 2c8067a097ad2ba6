/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.HistoryLockedException;
import io.migrations.engine.LockHolder;

/** Reports a {@link HistoryLockedException}. */
final class HistoryLockedFailureAnalyzer extends ReportingFailureAnalyzer<HistoryLockedException> {

    @Override
    void describe(HistoryLockedException cause, Report report) {
        report.text("The history's tables had to be created or given new columns, and other sessions did not let go of"
                + " them in %s:".formatted(cause.attempts() == 1 ? "one attempt" : cause.attempts() + " attempts"));
        report.field("Message", cause.serverMessage());
        for (LockHolder holder : cause.holders()) {
            report.field("In use by", holder);
        }
        report.text("No revision was run: the database is as it was.");
    }

    @Override
    void advise(HistoryLockedException cause, Report report) {
        report.text("Try again when those sessions have ended their transactions. For more patience set"
                + " 'migrations.lock-timeout' or 'migrations.retry.max-attempts'.");
        cause.holders().stream()
                .findFirst()
                .ifPresent(holder -> report.text("If one of them hangs, end it:")
                        .quote("SELECT pg_terminate_backend(%d);".formatted(holder.pid())));
    }
}
