/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Its client vanishes before a certain one of the messages that may change something is sent: the server sees what it sees
 * of a killed process. Counted are commits, and statements outside a transaction: the database is the same before and
 * after what only reads or sets something, and whatever was last sent before a commit.
 */
final class CuttingDataSource extends DelegatingDataSource {

    private static final String COMMIT = "COMMIT";
    private static final Pattern CHANGES_NOTHING =
            Pattern.compile("\\s*(select|set|reset|discard)\\b", Pattern.CASE_INSENSITIVE);

    private final Predicate<List<String>> fatal;
    private final List<String> sent = new ArrayList<>();
    private boolean cut;

    /** One that vanishes before that message, counted from 1; 0 for never. */
    CuttingDataSource(DataSource target, int fatal) {
        this(target, sent -> sent.size() == fatal);
    }

    /** One that vanishes as soon as the messages that were about to be sent are like that. */
    CuttingDataSource(DataSource target, Predicate<List<String>> fatal) {
        super(target);
        this.fatal = fatal;
    }

    boolean hasCut() {
        return cut;
    }

    /** The messages that were about to be sent until it vanished, the fatal one included. */
    List<String> sent() {
        return sent;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return proxy(Connection.class, connection, connection, COMMIT);
    }

    private <T> T proxy(Class<T> type, T target, Connection connection, @Nullable String text) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String first = arguments != null && arguments[0] instanceof String sql ? sql : text;
                    if (method.getName().equals("commit") || method.getName().startsWith("execute")) {
                        send(connection, String.valueOf(first));
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return switch (method.getName()) {
                            case "createStatement" -> proxy(Statement.class, (Statement) result, connection, null);
                            case "prepareStatement" ->
                                proxy(PreparedStatement.class, (PreparedStatement) result, connection, first);
                            default -> result;
                        };
                    } catch (InvocationTargetException exception) {
                        throw exception.getCause();
                    }
                });
        return type.cast(proxy);
    }

    private void send(Connection connection, String sql) throws SQLException {
        boolean commits = sql.equals(COMMIT) && !connection.getAutoCommit();
        if (cut) {
            return;
        }
        if (!commits
                && (!connection.getAutoCommit() || CHANGES_NOTHING.matcher(sql).lookingAt())) {
            return;
        }
        sent.add(sql.strip());
        if (fatal.test(sent)) {
            cut = true;
            connection.abort(Runnable::run);
            throw new SQLException("The client is gone", "08006");
        }
    }
}
