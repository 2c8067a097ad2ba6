/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import io.migrations.sql.StatementKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The connection as the code of a revision has it. The transaction is the engine's: what would end it is not sent, as
 * whatever the code had done before could not be taken back any more.
 */
final class CodeConnection implements InvocationHandler {

    private static final String INVALID_TRANSACTION_TERMINATION = "2D000";

    private final Session session;
    private final Connection connection;
    private List<Statement> last = List.of();

    CodeConnection(Session session) {
        this.session = session;
        this.connection = session.connection();
    }

    JdbcClient jdbc() {
        var guarded = (Connection)
                Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, this);
        return JdbcClient.create(new SingleConnectionDataSource(guarded, true));
    }

    /** What was sent last; none where nothing was, or it could not be read. */
    Optional<Statement> last() {
        return last.stream().findFirst();
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (arguments != null && arguments.length > 0 && arguments[0] instanceof String sql) {
            look(sql);
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException exception) {
            throw exception.getTargetException();
        }
    }

    private void look(String sql) throws SQLException {
        last = SqlScript.parse(sql).statements();
        Optional<Statement> control = last.stream()
                .filter(statement -> statement.kind() == StatementKind.TRANSACTION_CONTROL)
                .findFirst();
        if (control.isPresent()) {
            last = List.of(control.get());
            throw new SQLException(
                    "'%s' was not sent: the engine begins and ends the transaction of a revision. Remove it."
                            .formatted(control.get().command()),
                    INVALID_TRANSACTION_TERMINATION);
        }
        last.forEach(statement -> session.watch(CustomSettings.in(statement)));
    }
}
