/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Asks the server who holds a lock.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-locks.html">pg_locks</a>
 */
final class LockHolders {

    /** Who is named; the others are counted. */
    static final int NAMED = 5;

    private static final String SESSION = """
            a.pid, a.application_name, a.usename, host(a.client_addr) AS host, a.state,
            extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.state_change)) AS age,
            extract(epoch FROM clock_timestamp() - a.query_start) AS query_age,
            left(split_part(ltrim(a.query, E' \\r\\n\\t'), E'\\n', 1), 120) AS query""";

    /**
     * What a statement locks besides what it names: the table of an index or of a sequence, the tables under a view and
     * those with a column of a type, partitions and heirs with their parents, and of all of these the other ends of
     * foreign keys.
     */
    private static final String LOCKED_WITH = """
            WITH RECURSIVE named AS (
              SELECT c.oid, c.relkind FROM unnest(?::text[], ?::text[]) AS name (schema, relation)
                JOIN pg_class c ON c.relname = name.relation JOIN pg_namespace n ON n.oid = c.relnamespace
               WHERE n.nspname = name.schema
                  OR (name.schema = '' AND (pg_table_is_visible(c.oid)
                        OR NOT EXISTS (SELECT FROM pg_class v
                                        WHERE v.relname = name.relation AND pg_table_is_visible(v.oid))))),
            reached (oid) AS (
              SELECT oid FROM named
               UNION
              SELECT a.attrelid FROM unnest(?::text[]) AS type (name)
                JOIN pg_type t ON t.typname = type.name AND t.typrelid = 0 AND t.typtype <> 'b'
                JOIN pg_attribute a ON a.atttypid IN (t.oid, t.typarray) AND NOT a.attisdropped
               UNION
              SELECT next.oid FROM reached CROSS JOIN LATERAL (
                SELECT indrelid FROM pg_index WHERE indexrelid = reached.oid
                 UNION ALL SELECT inhparent FROM pg_inherits WHERE inhrelid = reached.oid
                 UNION ALL SELECT inhrelid FROM pg_inherits WHERE inhparent = reached.oid
                 UNION ALL SELECT refobjid FROM pg_depend
                  WHERE classid = 'pg_class'::regclass AND objid = reached.oid AND deptype IN ('a', 'i')
                    AND refclassid = 'pg_class'::regclass
                    AND (SELECT relkind FROM pg_class WHERE oid = reached.oid) = 'S'
                 UNION ALL SELECT d.refobjid FROM pg_rewrite r JOIN pg_depend d
                      ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid AND d.refclassid = 'pg_class'::regclass
                  WHERE r.ev_class = reached.oid
                    AND (SELECT relkind FROM pg_class WHERE oid = reached.oid) IN ('v', 'm')) AS next (oid)),
            related (oid) AS (
              SELECT oid FROM reached
               UNION SELECT confrelid FROM pg_constraint WHERE contype = 'f' AND conrelid IN (SELECT oid FROM reached)
               UNION SELECT conrelid FROM pg_constraint WHERE contype = 'f' AND confrelid IN (SELECT oid FROM reached))
            """;

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

    /**
     * The sessions with a lock on one of these relations, or on what is locked with it; the one with the oldest
     * transaction first, and none that itself waits for this session.
     *
     * @param readers whether those count that only read, which nobody but who changes a table's definition waits for
     */
    static List<LockHolder> ofRelations(JdbcClient jdbc, Collection<RelationName> names, boolean readers) {
        String[] relations = names.stream().map(RelationName::name).toArray(String[]::new);
        return jdbc.sql(LOCKED_WITH + """
                        SELECT %s
                          FROM pg_stat_activity a
                         WHERE a.pid <> pg_backend_pid()
                           AND a.pid IN (SELECT l.pid FROM pg_locks l
                                          WHERE l.locktype = 'relation' AND l.granted
                                            AND (l.mode <> 'AccessShareLock' OR ?)
                                            AND l.database = (SELECT oid FROM pg_database
                                                               WHERE datname = current_database())
                                            AND l.relation IN (SELECT oid FROM related))
                           AND NOT pg_backend_pid() = ANY (pg_blocking_pids(a.pid))
                         ORDER BY a.xact_start NULLS LAST, a.pid""".formatted(SESSION))
                .param(names.stream().map(RelationName::schema).toArray(String[]::new))
                .param(relations)
                .param(relations)
                .param(readers)
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
                duration(row.getDouble("age")),
                duration(row.getDouble("query_age")),
                row.getString("query"));
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
