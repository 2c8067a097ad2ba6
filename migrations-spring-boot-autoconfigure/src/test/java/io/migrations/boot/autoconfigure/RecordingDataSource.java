/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.boot.autoconfigure;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that remembers the statements that were sent through it. */
final class RecordingDataSource extends DelegatingDataSource {

    private final List<String> statements = new CopyOnWriteArrayList<>();

    RecordingDataSource(DataSource target) {
        super(target);
    }

    List<String> statements() {
        return statements;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return proxy(Connection.class, super.getConnection(), "");
    }

    private <T> T proxy(Class<T> type, Object target, String prepared) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            String sql = args != null && args.length > 0 && args[0] instanceof String text ? text : prepared;
            if (method.getName().startsWith("execute")) {
                statements.add(sql);
            }
            try {
                Object result = method.invoke(target, args);
                return result instanceof Statement ? proxy(statementType(result), result, sql) : result;
            } catch (InvocationTargetException exception) {
                throw exception.getCause();
            }
        }));
    }

    private static Class<?> statementType(Object statement) {
        return statement instanceof java.sql.PreparedStatement ? java.sql.PreparedStatement.class : Statement.class;
    }
}
