/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import io.migrations.operation.Name;
import io.migrations.schema.Fingerprint;
import io.migrations.schema.Snapshot;
import io.migrations.schema.SnapshotReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The schema of the database that a migrator works on, its own tables left out. */
final class LiveSchema {

    private static final Logger logger = LoggerFactory.getLogger(LiveSchema.class);

    /** How long each query of a note may take: a start does not wait for it any longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private LiveSchema() {}

    static Snapshot read(Session session, HistoryTables tables) {
        String schema = tables.schema();
        List<Name> own = schema == null
                ? List.of()
                : Stream.of(tables.revision(), tables.journal(), tables.repeatable())
                        .map(table -> new Name(schema, table))
                        .toList();
        return new SnapshotReader(own).read(session.connection());
    }

    /**
     * Notes in the journal what a run has made of the schema. In a transaction of its own, after the run's last: what is done
     * stands, whether or not this can be noted.
     */
    static void note(LockedHistory history, Recorder recorder) {
        Instant startedAt = recorder.now();
        try {
            boolean noted = history.inTransactionIfFree(() -> {
                history.jdbc()
                        .sql("SELECT set_config('statement_timeout', ?, true)")
                        .param(PATIENCE.toMillis() + "ms")
                        .query(String.class)
                        .single();
                String fingerprint = Fingerprint.of(read(history.session(), history.tables()))
                        .toString();
                recorder.fingerprint(
                        history.jdbc(), fingerprint, startedAt, history.lock().waited());
            });
            if (!noted) {
                logger.info("Another process is migrating by now, so that this run notes no fingerprint of the schema");
            }
        } catch (RuntimeException exception) {
            logger.warn(
                    "The run is done, but the fingerprint of the schema could not be put into the journal, so that 'drift'"
                            + " has to do without: {}",
                    SqlCause.of(exception)
                            .map(cause -> String.valueOf(cause.getMessage()))
                            .orElse(String.valueOf(exception.getMessage())));
            logger.debug("Why there is no fingerprint", exception);
        }
    }
}
