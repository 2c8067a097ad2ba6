/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Which database a session is in, whatever its url calls it: a server by when it started, of a microsecond, and the database
 * by its oid there.
 */
record DatabaseIdentity(String serverStart, long oid, String name) {

    static DatabaseIdentity of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT pg_catalog.pg_postmaster_start_time()::text, oid::bigint, datname
                          FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()""")) {
            row.next();
            return new DatabaseIdentity(row.getString(1), row.getLong(2), row.getString(3));
        }
    }

    /** That of a database, unless it cannot be reached: then nothing that can be is the same. */
    static Optional<DatabaseIdentity> find(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return Optional.of(of(connection));
        } catch (SQLException exception) {
            return Optional.empty();
        }
    }
}
