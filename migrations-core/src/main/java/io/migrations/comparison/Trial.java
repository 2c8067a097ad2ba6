/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.authoring.SqlLayout;
import io.migrations.engine.Migrator;
import io.migrations.operation.Name;
import io.migrations.schema.Change;
import io.migrations.schema.ObjectFilter;
import io.migrations.schema.SchemaKind;
import io.migrations.schema.Snapshot;
import io.migrations.schema.SnapshotComparison;
import io.migrations.schema.SnapshotReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;

/** Runs changes in a scratch database, and looks what has become of it. */
final class Trial {

    private final DataSource dataSource;
    private final SnapshotReader reader;
    private final TextLikeness likeness;
    private final ObjectFilter filter;

    Trial(ScratchDatabase database, Migrator migrator, ObjectFilter filter) {
        this.filter = filter;
        this.dataSource = database.dataSource();
        this.reader = new SnapshotReader(OwnTables.of(migrator.settings()));
        this.likeness = TextLikeness.printed(migrator);
    }

    Snapshot snapshot() {
        try (Connection connection = dataSource.getConnection()) {
            return filter.apply(reader.read(connection));
        } catch (SQLException exception) {
            throw new DataAccessResourceFailureException("The scratch database could not be read", exception);
        }
    }

    /** Takes all rows away. */
    void empty(Snapshot snapshot) {
        String tables = snapshot.of(SchemaKind.TABLE).stream()
                .filter(table -> !table.has("server"))
                .map(table -> new Name(table.key().schema(), table.key().name()).sql())
                .collect(Collectors.joining(", "));
        if (!tables.isEmpty()) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("TRUNCATE " + tables);
            } catch (SQLException exception) {
                throw new DataAccessResourceFailureException("The scratch database could not be emptied", exception);
            }
        }
    }

    /** One snapshot in the words of another, wherever both mean the same. */
    Snapshot likened(Snapshot expected, Snapshot actual) {
        return expected.isSame(actual) ? actual : likeness.likened(expected, actual, dataSource);
    }

    /**
     * Runs changes, and gives what they have made of the database.
     *
     * @throws UnprovenDifferenceException where one fails
     */
    Snapshot run(String what, List<Change> changes, boolean transactional) {
        String running = "";
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(!transactional);
            for (Change change : changes) {
                for (String sql : change.operation().statements()) {
                    running = sql;
                    statement.execute(sql);
                }
            }
            if (transactional) {
                connection.commit();
            }
        } catch (SQLException exception) {
            throw new UnprovenDifferenceException(
                    what + " fails in the scratch database",
                    exception.getMessage() + System.lineSeparator() + "in: " + running,
                    SqlLayout.of(changes),
                    exception);
        }
        return snapshot();
    }

    /**
     * Demands that a database is as it should be.
     *
     * @throws UnprovenDifferenceException where it is not
     */
    void require(String what, Snapshot expected, Snapshot actual, List<Change> changes) {
        if (expected.isSame(actual)) {
            return;
        }
        SnapshotComparison difference = SnapshotComparison.of(expected, likened(expected, actual));
        if (!difference.isEmpty()) {
            throw new UnprovenDifferenceException(
                    what + " does not do all of it in the scratch database",
                    difference.text("missing", "left behind"),
                    SqlLayout.of(changes),
                    null);
        }
    }
}
