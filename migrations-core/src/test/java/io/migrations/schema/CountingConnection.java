/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** A real connection, and how many statements went through it. */
final class CountingConnection implements AutoCloseable {

    private final Connection real;
    private long statements;

    CountingConnection(Connection real) {
        this.real = real;
    }

    Connection connection() {
        return counted(Connection.class, real);
    }

    long statements() {
        return statements;
    }

    @Override
    public void close() throws SQLException {
        real.close();
    }

    private <T> T counted(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute")) {
                        statements++;
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        if (result instanceof PreparedStatement prepared) {
                            return counted(PreparedStatement.class, prepared);
                        }
                        return result instanceof Statement statement ? counted(Statement.class, statement) : result;
                    } catch (InvocationTargetException exception) {
                        throw exception.getCause();
                    }
                }));
    }
}
