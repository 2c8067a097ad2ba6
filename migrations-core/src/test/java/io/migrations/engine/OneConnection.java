/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.Connection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Hands out a connection that somebody else closes. */
final class OneConnection extends AbstractDataSource {

    private final Connection connection;

    OneConnection(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public Connection getConnection(String username, String password) {
        return connection;
    }
}
