/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.sql.ServerWide;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Sessions that refuse every statement that would change what the databases of a server share: scratch work must leave no
 * trace, least of all on the server of a production database.
 */
final class ConfinedDataSource extends DelegatingDataSource {

    /** The class of what a server does not support; nothing tries such a statement again. */
    private static final String NOT_SUPPORTED = "0A000";

    private ConfinedDataSource(DataSource target) {
        super(target);
    }

    static DataSource unless(boolean serverWide, DataSource target) {
        return serverWide ? target : new ConfinedDataSource(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, (proxy, method, arguments) -> {
            requireConfined(method, arguments);
            Object result = call(connection, method, arguments);
            return method.getName().equals("createStatement")
                    ? confined((Statement) Objects.requireNonNull(result), (Connection) proxy)
                    : result;
        });
    }

    private static Statement confined(Statement statement, Connection connection) {
        return proxy(Statement.class, (proxy, method, arguments) -> {
            requireConfined(method, arguments);
            return method.getName().equals("getConnection") ? connection : call(statement, method, arguments);
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(ConfinedDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    /** Every method of JDBC that takes a statement takes it as its first argument. */
    private static void requireConfined(Method method, Object @Nullable [] arguments) throws SQLException {
        boolean takesStatement = method.getName().startsWith("execute")
                || method.getName().startsWith("prepare")
                || method.getName().equals("addBatch");
        if (!takesStatement || arguments == null || !(arguments[0] instanceof String sql)) {
            return;
        }
        Optional<String> reaching = ServerWide.find(sql);
        if (reaching.isPresent()) {
            throw new SQLException(
                    "%s reaches beyond the scratch database, to what the whole server shares. Nothing of it was run. Give scratch work a server of its own with 'migrations.scratch.url', and allow it there with 'migrations.scratch.server-wide=true'"
                            .formatted(reaching.get()),
                    NOT_SUPPORTED);
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException exception) {
            throw exception.getTargetException();
        }
    }
}
