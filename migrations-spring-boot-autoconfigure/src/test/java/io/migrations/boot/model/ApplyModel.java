/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.model;

import io.migrations.comparison.ModelStatement;
import io.migrations.comparison.SchemaModel;
import io.migrations.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs the statements of a model. */
public final class ApplyModel {

    private ApplyModel() {}

    public static void to(TestDatabase database, SchemaModel model) {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (ModelStatement each : model.statements()) {
                statement.execute(each.statement().text());
            }
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
