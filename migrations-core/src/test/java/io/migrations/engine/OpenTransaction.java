/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.test.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;

/** Somebody else's transaction, open until closed. */
final class OpenTransaction implements AutoCloseable {

    private final Connection connection;

    OpenTransaction(TestDatabase database, String... statements) {
        try {
            connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                for (String sql : statements) {
                    statement.execute(sql);
                }
            }
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }

    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
