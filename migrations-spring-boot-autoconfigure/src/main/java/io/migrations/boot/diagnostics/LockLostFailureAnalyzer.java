/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.LockLostException;

/** Reports a {@link LockLostException}. */
final class LockLostFailureAnalyzer extends ReportingFailureAnalyzer<LockLostException> {

    @Override
    void describe(LockLostException cause, Report report) {
        report.text("The session that was about to change something does not hold the migration lock that this run had "
                + "taken. Either a pooler in transaction mode changed the session, or a script released the lock.");
        report.text("Nothing more was run. What this start had committed before stays.");
        cause.leftOn()
                .ifPresent(pid -> report.text(
                        "The pooler's server session with process id %d still has the lock, and was not ".formatted(pid)
                                + "met again to give it back."));
    }

    @Override
    void advise(LockLostException cause, Report report) {
        report.text(
                "Behind a pooler in transaction mode, give migrations a direct connection with 'migrations.url', or "
                        + "set 'migrations.lock.mode' to 'transaction'.");
        cause.leftOn()
                .ifPresent(pid -> report.text("End the server session that still has the lock:")
                        .quote("SELECT pg_terminate_backend(%d);".formatted(pid)));
        report.text("A script must not release advisory locks that it has not taken.");
    }
}
