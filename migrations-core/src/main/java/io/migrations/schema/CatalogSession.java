/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;

/**
 * A connection while the catalog is read: one moment of the database, and settings under which it prints alike in every
 * session. Both end with it, whatever happened in between.
 */
final class CatalogSession implements AutoCloseable {

    private final Connection connection;
    private final JdbcTemplate jdbc;
    /** Rolled back to, it takes the settings back, and a transaction that the reading broke works again. */
    private final @Nullable Savepoint savepoint;

    private boolean succeeded;

    private CatalogSession(Connection connection, @Nullable Savepoint savepoint) {
        this.connection = connection;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
        this.savepoint = savepoint;
    }

    static CatalogSession open(Connection connection) {
        try {
            if (!connection.getAutoCommit()) {
                return new CatalogSession(connection, connection.setSavepoint());
            }
            var session = new CatalogSession(connection, null);
            // Told to the server and not to the driver, whose own settings so need no putting back.
            session.jdbc.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            return session;
        } catch (SQLException exception) {
            throw new SQLExceptionSubclassTranslator().translate("Reading the schema", null, exception);
        }
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    void forEach(String query, RowCallbackHandler handler, Object... parameters) {
        jdbc.query(query, handler, parameters);
    }

    /** From here on names are printed with their schema, and values as in any other session. */
    void printAlike() {
        jdbc.queryForMap("""
                SELECT set_config('search_path', '', true),
                       set_config('quote_all_identifiers', 'off', true),
                       set_config('DateStyle', 'ISO, YMD', true),
                       set_config('IntervalStyle', 'postgres', true),
                       set_config('TimeZone', 'UTC', true),
                       set_config('extra_float_digits', '3', true),
                       set_config('bytea_output', 'hex', true),
                       set_config('jit', 'off', true)""");
    }

    void succeeded() {
        succeeded = true;
    }

    @Override
    public void close() {
        if (savepoint == null) {
            jdbc.execute(succeeded ? "COMMIT" : "ROLLBACK");
            return;
        }
        try {
            connection.rollback(savepoint);
            connection.releaseSavepoint(savepoint);
        } catch (SQLException exception) {
            throw new SQLExceptionSubclassTranslator().translate("Reading the schema", null, exception);
        }
    }
}
