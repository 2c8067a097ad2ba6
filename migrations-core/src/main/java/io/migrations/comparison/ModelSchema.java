/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import io.migrations.schema.Change;
import io.migrations.schema.Foundation;
import io.migrations.schema.ObjectFilter;
import io.migrations.schema.Snapshot;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.dao.DataAccessResourceFailureException;

/** Makes in an empty scratch database what a model says. */
final class ModelSchema {

    private final ScratchDatabase database;
    private final List<ModelStatement> statements;
    private final Trial trial;

    ModelSchema(ScratchDatabase database, Migrator migrator, List<ModelStatement> statements) {
        this.database = database;
        this.statements = statements;
        this.trial = new Trial(database, migrator, ObjectFilter.everything());
    }

    /** What the model makes by itself. */
    Snapshot made() {
        run();
        return trial.snapshot();
    }

    /** What the model makes where schemas, extensions, types and functions of another schema are there already. */
    Snapshot madeBeside(Snapshot other) {
        List<Change> foundation = Foundation.of(other);
        Snapshot before = trial.run("What the model stands on", foundation, true);
        run();
        Snapshot after = trial.snapshot();
        return Foundation.without(after, before);
    }

    private void run() {
        ModelStatement running = null;
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (ModelStatement next : statements) {
                running = next;
                statement.execute(next.statement().text());
            }
        } catch (SQLException exception) {
            if (running == null) {
                throw new DataAccessResourceFailureException("The scratch database could not be used", exception);
            }
            throw running.failed(exception);
        }
    }
}
