/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import io.migrations.schema.Reprint;
import io.migrations.schema.Snapshot;
import io.migrations.schema.SnapshotReader;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Tells texts that only look different from those that are: PostgreSQL may print an expression otherwise once it has read its own
 * print of it.
 */
@FunctionalInterface
public interface TextLikeness {

    /**
     * The actual snapshot, with the expected one's text wherever both mean the same.
     *
     * @param scratch a database with the schema of one of both, to try texts in; left as it was found
     */
    Snapshot likened(Snapshot expected, Snapshot actual, DataSource scratch);

    /** Takes every text as it is. */
    static TextLikeness none() {
        return (expected, actual, scratch) -> actual;
    }

    /** Lets the server of the scratch database print both once more. */
    static TextLikeness printed(Migrator migrator) {
        SnapshotReader reader = new SnapshotReader(OwnTables.of(migrator.settings()));
        return (expected, actual, scratch) -> {
            try (Connection connection = scratch.getConnection()) {
                Snapshot there = reader.read(connection);
                Reprint reprint = new Reprint(reader);
                if (there.isSame(actual)) {
                    return reprint.aligned(connection, actual, expected);
                }
                Snapshot likened = reprint.aligned(connection, expected, actual);
                return actual.having(object -> likened.find(object.key())
                        .filter(object::isSame)
                        .flatMap(same -> expected.find(object.key()))
                        .orElse(object));
            } catch (SQLException exception) {
                throw new DataAccessResourceFailureException(
                        "The texts of two schemas could not be compared in the scratch database", exception);
            }
        };
    }
}
