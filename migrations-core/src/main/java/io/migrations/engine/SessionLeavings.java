/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What of a server session is no setting, and outlives a transaction.
 *
 * @param channels the channels it listens to
 * @param statements the names of its prepared statements
 * @param cursors the names of its cursors that outlive their transaction
 * @param locks its advisory locks, as calls that give them back
 */
record SessionLeavings(Set<String> channels, Set<String> statements, Set<String> cursors, Set<String> locks) {

    SessionLeavings {
        channels = Set.copyOf(channels);
        statements = Set.copyOf(statements);
        cursors = Set.copyOf(cursors);
        locks = Set.copyOf(locks);
    }

    static SessionLeavings read(JdbcClient jdbc) {
        SessionLeavings leavings = jdbc.sql("""
                        SELECT ARRAY(SELECT pg_listening_channels()),
                               ARRAY(SELECT name FROM pg_prepared_statements),
                               ARRAY(SELECT name FROM pg_cursors WHERE is_holdable),
                               ARRAY(SELECT format(CASE objsubid WHEN 1 THEN 'pg_advisory_unlock%1$s(%2$s)'
                                                                 ELSE 'pg_advisory_unlock%1$s(%3$s, %4$s)' END,
                                                   CASE mode WHEN 'ShareLock' THEN '_shared' END,
                                                   (classid::bigint << 32) | objid::bigint,
                                                   classid::bigint::bit(32)::int, objid::bigint::bit(32)::int)
                                       FROM pg_locks
                                      WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid())""")
                .query((row, number) -> new SessionLeavings(
                        set(row.getArray(1)), set(row.getArray(2)), set(row.getArray(3)), set(row.getArray(4))))
                .single();
        return Objects.requireNonNull(leavings);
    }

    private static Set<String> set(@Nullable Array names) throws SQLException {
        return names == null ? Set.of() : Set.copyOf(List.of((String[]) names.getArray()));
    }

    /** Takes away what was not there, inside the transaction that brought it. */
    void restore(JdbcClient jdbc) {
        SessionLeavings now = read(jdbc);
        now.statements.stream()
                .filter(name -> !statements.contains(name))
                .forEach(name ->
                        jdbc.sql("DEALLOCATE " + HistoryTables.quoted(name)).update());
        now.cursors.stream()
                .filter(name -> !cursors.contains(name))
                .forEach(name -> jdbc.sql("CLOSE " + HistoryTables.quoted(name)).update());
        now.locks.stream().filter(call -> !locks.contains(call)).forEach(call -> unlock(jdbc, call));
        // A LISTEN shows only after the commit, so nobody can see whether there was one.
        jdbc.sql("UNLISTEN *").update();
        channels.forEach(
                channel -> jdbc.sql("LISTEN " + HistoryTables.quoted(channel)).update());
    }

    /** As often as it was taken; one that ends with its transaction is not given back by that, and stays. */
    private static void unlock(JdbcClient jdbc, String call) {
        while (Boolean.TRUE.equals(
                jdbc.sql("SELECT " + call).query(Boolean.class).single())) {
            Thread.onSpinWait();
        }
    }
}
