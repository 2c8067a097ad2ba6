/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.Connection;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Whoever asks it for a connection should not have. */
final class NoDatabase extends AbstractDataSource {

    @Override
    public Connection getConnection() {
        throw new AssertionError("A script is written without a database.");
    }

    @Override
    public Connection getConnection(String username, String password) {
        return getConnection();
    }
}
