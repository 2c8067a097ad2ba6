/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.JdbcUrls;
import io.migrations.history.HistoryTables;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One connection, and the means to ask it something. */
final class ScratchSession implements AutoCloseable {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final Connection connection;
    private final JdbcClient jdbc;

    private ScratchSession(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    static ScratchSession open(DataSource dataSource) {
        try {
            return new ScratchSession(dataSource.getConnection());
        } catch (SQLException exception) {
            throw new DataAccessResourceFailureException(
                    "No connection for scratch work: "
                            + JdbcUrls.withoutSecretsIn(String.valueOf(exception.getMessage())),
                    exception);
        }
    }

    /**
     * Takes an advisory lock for as long as this session is open, if nobody has it. A transaction holds it, as a pooler may
     * hand out another server session for the next one.
     */
    boolean hold(long key) {
        autocommit(false);
        jdbc.sql("""
                        SELECT set_config(name, '0', true) FROM pg_settings
                         WHERE name IN ('idle_in_transaction_session_timeout', 'transaction_timeout')""").query(String.class).list();
        boolean held = jdbc.sql("SELECT pg_try_advisory_xact_lock(?)")
                .param(key)
                .query(Boolean.class)
                .single();
        if (!held) {
            autocommit(true);
        }
        return held;
    }

    /** Takes part in an advisory lock that this session may have together with others, beside one that it holds. */
    boolean share(long key) {
        return jdbc.sql("SELECT pg_try_advisory_xact_lock_shared(?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** Makes what this session did in the transaction that holds its locks count, and gives these back. */
    void commit() {
        autocommit(true);
    }

    private void autocommit(boolean on) {
        try {
            connection.setAutoCommit(on);
        } catch (SQLException exception) {
            throw new DataAccessResourceFailureException("Transaction control failed", exception);
        }
    }

    Connection connection() {
        return connection;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    void execute(String sql) {
        jdbc.sql(sql).update();
    }

    /** From now on in a role; none for the user. */
    void takeOn(@Nullable String role) {
        if (role != null) {
            execute("SET ROLE " + HistoryTables.quoted(role));
        }
    }

    String database() {
        return jdbc.sql("SELECT current_database()").query(String.class).single();
    }

    String user() {
        return jdbc.sql("SELECT session_user::text").query(String.class).single();
    }

    static boolean isMissingRight(DataAccessException exception) {
        return exception.getMostSpecificCause() instanceof SQLException cause
                && INSUFFICIENT_PRIVILEGE.equals(cause.getSQLState());
    }

    @Override
    public void close() {
        try (connection) {
            if (!connection.isClosed() && !connection.getAutoCommit()) {
                connection.rollback();
            }
        } catch (SQLException exception) {
            // Whoever is gone has given back the lock, too.
            return;
        }
    }
}
