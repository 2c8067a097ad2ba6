/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks the server who holds a lock. */
final class LockHolders {

    private static final String SESSION = """
            a.pid, a.application_name, a.usename, host(a.client_addr) AS host, a.state,
            extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.state_change)) AS age,
            left(split_part(ltrim(a.query, E' \\r\\n\\t'), E'\\n', 1), 120) AS query""";

    private LockHolders() {}

    /** The holder of an advisory lock in this database. */
    static Optional<LockHolder> ofAdvisoryLock(JdbcClient jdbc, long key) {
        return jdbc.sql("""
                        SELECT %s
                          FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                         WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                           AND ((l.classid::bigint << 32) | l.objid::bigint) = ?
                         LIMIT 1""".formatted(SESSION))
                .param(key)
                .query((row, number) -> map(row))
                .optional();
    }

    /** The sessions with a lock on one of these relations. */
    static List<LockHolder> ofRelations(JdbcClient jdbc, Collection<String> names) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (a.pid) %s
                          FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                         WHERE l.locktype = 'relation' AND l.granted AND l.pid <> pg_backend_pid()
                           AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                           AND l.relation IN (SELECT to_regclass(name) FROM unnest(?::text[]) AS name)
                         ORDER BY a.pid""".formatted(SESSION))
                .param(names.toArray(String[]::new))
                .query((row, number) -> map(row))
                .list();
    }

    private static LockHolder map(ResultSet row) throws SQLException {
        return new LockHolder(
                row.getInt("pid"),
                row.getString("application_name"),
                row.getString("usename"),
                row.getString("host"),
                row.getString("state"),
                Duration.ofMillis((long) (row.getDouble("age") * 1000)),
                row.getString("query"));
    }
}
