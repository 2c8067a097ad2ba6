/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.Connection;
import java.sql.SQLException;

/** What the driver keeps of a connection, apart from what the server keeps of its session. */
record ConnectionState(boolean autoCommit, boolean readOnly, int holdability, int networkTimeout) {

    /** Asks the server nothing. */
    static ConnectionState of(Connection connection) throws SQLException {
        return new ConnectionState(
                connection.getAutoCommit(),
                connection.isReadOnly(),
                connection.getHoldability(),
                connection.getNetworkTimeout());
    }

    /** Sets it back; the connection must be in no transaction. */
    void restore(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, networkTimeout);
        connection.setHoldability(holdability);
        if (readOnly) {
            connection.setReadOnly(true);
        }
        connection.setAutoCommit(autoCommit);
    }
}
