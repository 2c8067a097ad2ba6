/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppliedRevision;
import io.migrations.history.AppliedSet;
import io.migrations.history.HistoryTables;
import io.migrations.history.Journal;
import java.util.List;
import java.util.Optional;

/** Reads the schema together with the history, in one snapshot of the database. */
final class SchemaReading {

    private final Environment environment;
    private final Session session;

    SchemaReading(Environment environment, Session session) {
        this.environment = environment;
        this.session = session;
    }

    RecordedSchema read() {
        session.abandon();
        session.beginSnapshot();
        Optional<HistoryTables> tables = environment.existingTables(session);
        RecordedSchema schema = tables.map(resolved -> new RecordedSchema(
                        LiveSchema.read(session, resolved),
                        new AppliedSet(resolved)
                                .read(session.jdbc()).stream()
                                        .map(AppliedRevision::id)
                                        .toList(),
                        new Journal(resolved).fingerprint(session.jdbc()).orElse(null)))
                .orElseGet(() -> new RecordedSchema(
                        LiveSchema.read(session, environment.settings().tables()), List.of(), null));
        session.commit();
        return schema;
    }
}
