/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.test.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Its sessions are ended by the server at their next commit, before it gets there. */
final class CutOffDataSource extends DelegatingDataSource {

    private final TestDatabase database;

    CutOffDataSource(TestDatabase database) {
        super(database.dataSource());
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        int pid = connection.unwrap(PGConnection.class).getBackendPID();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("commit")) {
                        end(pid);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException exception) {
                        throw exception.getCause();
                    }
                });
    }

    private void end(int pid) {
        database.jdbc().sql("SELECT pg_terminate_backend(?, 5000)").param(pid).query(row -> {});
    }
}
