/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes every statement that goes over its connections, and every transaction that is begun. */
final class CountingDataSource extends DelegatingDataSource implements AutoCloseable {

    private final List<String> statements = new ArrayList<>();
    private int transactions;

    CountingDataSource(DataSource target) {
        super(target);
    }

    List<String> statements() {
        return statements;
    }

    int transactions() {
        return transactions;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare") && arguments != null) {
                        statements.add(arguments[0].toString().strip());
                    } else if (method.getName().equals("createStatement")) {
                        statements.add("a plain statement");
                    } else if (method.getName().equals("setAutoCommit") && arguments[0].equals(false)) {
                        transactions++;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException exception) {
                        throw exception.getCause();
                    }
                });
    }

    @Override
    public void close() {}
}
