/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.LockHolder;
import io.migrations.engine.LockNotObtainedException;
import java.util.Optional;

/** Reports a {@link LockNotObtainedException}. */
final class LockNotObtainedFailureAnalyzer extends ReportingFailureAnalyzer<LockNotObtainedException> {

    @Override
    void describe(LockNotObtainedException cause, Report report) {
        report.text("Another process held the migration lock for all of the %s that this one waited."
                .formatted(Report.duration(cause.waited())));
        Optional<LockHolder> holder = cause.holder();
        if (holder.isEmpty()) {
            report.text("Its session is not visible to this user.");
        }
        holder.ifPresent(session -> report.field("Process id", session.pid())
                .field("Application", session.application())
                .field("User", session.user())
                .field("Host", session.host())
                .field(
                        "State",
                        "%s for %d s".formatted(session.state(), session.age().toSeconds()))
                .field("Statement", session.query()));
        report.text("Nothing was run by this process. What the other one does goes on.");
    }

    @Override
    void advise(LockNotObtainedException cause, Report report) {
        report.text("If it makes progress, try again later, or wait longer with 'migrations.lock.timeout'.");
        cause.holder()
                .ifPresent(holder -> report.text("If it hangs, end it; the lock goes with its session:")
                        .quote("SELECT pg_terminate_backend(%d);".formatted(holder.pid())));
    }
}
