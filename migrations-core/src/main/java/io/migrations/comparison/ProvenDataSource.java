/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Sessions that are in a certain database, or none: parameters of a url and poolers may lead to another one than its path
 * says.
 */
final class ProvenDataSource extends DelegatingDataSource {

    private static final String REMEDY =
            "Leave 'PGDBNAME' out of the url, and go around a pooler that chooses the database; or let 'migrations.scratch.url' name an empty database.";

    private final String database;

    ProvenDataSource(DataSource target, String database) {
        super(target);
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        try {
            String actual = DatabaseIdentity.of(connection).name();
            if (!actual.equals(database)) {
                throw new ScratchMisledException(database, actual, REMEDY);
            }
            return connection;
        } catch (SQLException | RuntimeException exception) {
            try (connection) {
                throw exception;
            }
        }
    }
}
