/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Runs out of memory when a certain statement is about to be sent. */
final class FailingDataSource extends DelegatingDataSource {

    private final String fatal;

    FailingDataSource(DataSource target, String fatal) {
        super(target);
        this.fatal = fatal;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, super.getConnection());
    }

    private <T> T proxy(Class<T> type, T target) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("execute") && fatal.equals(arguments[0])) {
                        throw new OutOfMemoryError("planned");
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return method.getName().equals("createStatement")
                                ? proxy(Statement.class, (Statement) result)
                                : result;
                    } catch (InvocationTargetException exception) {
                        throw exception.getCause();
                    }
                });
        return type.cast(proxy);
    }
}
