/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Advisory locks of the session, each as the function call that gives it back. The migration lock is not among them.
 *
 * @param own the key of the migration lock
 * @see <a href="https://www.postgresql.org/docs/current/functions-admin.html#FUNCTIONS-ADVISORY-LOCKS">Advisory Lock
 *     Functions</a>
 */
record AdvisoryLocks(long own) implements Leftover {

    @Override
    public String expression() {
        return """
                ARRAY(SELECT format('pg_advisory_unlock%%s(%%s)',
                                    CASE mode WHEN 'ShareLock' THEN '_shared' END,
                                    CASE objsubid WHEN 1 THEN format('''%%s''::bigint', key)
                                         ELSE format('''%%s''::int, ''%%s''::int', key >> 32, key << 32 >> 32) END)
                        FROM (SELECT mode, objsubid, (classid::bigint << 32) | objid::bigint AS key
                                FROM pg_locks
                               WHERE locktype = 'advisory' AND granted AND pid = pg_backend_pid()) AS held
                       WHERE objsubid <> 1 OR key <> '%d'::bigint
                       ORDER BY 1)""".formatted(own);
    }

    /** Each may be held several times. One that a transaction holds is not given back by this, and goes with it. */
    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        for (String unlock : now) {
            boolean held = !before.contains(unlock);
            while (held) {
                held = jdbc.sql("SELECT " + unlock).query(Boolean.class).single();
            }
        }
    }
}
