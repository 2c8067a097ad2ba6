/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.diagnostics;

import io.migrations.engine.PoolerRefusedException;

/** Reports a {@link PoolerRefusedException}. */
final class PoolerRefusedFailureAnalyzer extends ReportingFailureAnalyzer<PoolerRefusedException> {

    /** What a connection around the pooler needs; a url alone has no user. */
    static final String DIRECT = "migrations.url=jdbc:postgresql://<server>:5432/<database>\nmigrations.username=...\n"
            + "migrations.password=...";

    @Override
    void describe(PoolerRefusedException cause, Report report) {
        report.text(
                "A pooler between this application and PostgreSQL gives its clients another server session for each "
                        + "transaction or statement. The migration lock belongs to a server session, so it would keep nobody out.");
        report.text("Nothing was run: the database is as it was.");
    }

    @Override
    void advise(PoolerRefusedException cause, Report report) {
        report.text("Give the migrations a direct connection, or one through a pooler in session mode. The "
                + "application's user is not inherited with a url:");
        report.quote(DIRECT);
        report.text("Or, if the pooler is in transaction mode, set 'migrations.lock.mode' to 'transaction'. Revisions "
                + "that cannot run in a transaction, such as CREATE INDEX CONCURRENTLY, need the first.");
    }
}
