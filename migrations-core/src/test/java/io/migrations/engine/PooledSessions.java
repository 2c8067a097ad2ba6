/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.test.PgBouncer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What other clients of a pooler find on its server sessions. */
final class PooledSessions {

    private PooledSessions() {}

    /** By the process id of the server session; so many clients in a transaction at once that each has another one. */
    static Map<Integer, String> look(PgBouncer pooler, int sessions) throws SQLException {
        Map<Integer, String> found = new TreeMap<>();
        List<Connection> clients = new ArrayList<>();
        try {
            for (int i = 0; i < sessions; i++) {
                Connection client = pooler.dataSource().getConnection();
                clients.add(client);
                DriverState.forgoServerPrepared(client);
                client.setAutoCommit(false);
                look(client, found);
            }
            return found;
        } finally {
            for (Connection client : clients) {
                // A pooler does not keep a server session that it gets back in a transaction.
                client.rollback();
                client.close();
            }
        }
    }

    private static void look(Connection client, Map<Integer, String> found) throws SQLException {
        try (var statement = client.createStatement();
                var row = statement.executeQuery("""
                        SELECT pg_backend_pid(), session_user, current_user, current_setting('transaction_isolation'),
                               current_setting('transaction_read_only'),
                               (SELECT string_agg(name || '=' || setting, ',' ORDER BY name) FROM pg_settings
                                 WHERE source = 'session' AND name NOT LIKE 'transaction\\_%'),
                               ARRAY(SELECT pg_listening_channels()),
                               ARRAY(SELECT name FROM pg_prepared_statements),
                               ARRAY(SELECT name FROM pg_cursors WHERE name <> ''),
                               ARRAY(SELECT relname FROM pg_class WHERE relnamespace = pg_my_temp_schema()),
                               ARRAY(SELECT objid FROM pg_locks
                                      WHERE locktype = 'advisory' AND pid = pg_backend_pid())""")) {
            row.next();
            List<String> columns = new ArrayList<>();
            for (int i = 2; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(String.valueOf(row.getString(i)));
            }
            found.put(row.getInt(1), columns.stream().collect(Collectors.joining(" | ")));
        }
    }
}
