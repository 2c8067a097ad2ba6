/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedSet;
import io.migrations.history.Journal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the journal for people; there is none before the first run. */
final class JournalReader {

    private final Environment environment;
    private final Session session;
    private final JdbcClient jdbc;

    JournalReader(Environment environment, Session session) {
        this.environment = environment;
        this.session = session;
        this.jdbc = session.jdbc();
    }

    List<LogEntry> log() {
        return environment
                .existingTables(session)
                .map(resolved -> {
                    boolean running =
                            MigrationLock.of(resolved, environment).holder(jdbc).isPresent();
                    return LogEntry.of(new Journal(resolved).entries(jdbc), running);
                })
                .orElse(List.of());
    }

    /** In one snapshot: what a run writes in between must not look like a contradiction. */
    JournalVerification verify() {
        session.beginSnapshot();
        JournalVerification verification = environment
                .existingTables(session)
                .map(resolved ->
                        new JournalCheck(new Journal(resolved).rows(jdbc)).verify(new AppliedSet(resolved).read(jdbc)))
                .orElse(new JournalVerification(0, null, List.of()));
        session.commit();
        return verification;
    }
}
