/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cursors, of which those {@code WITH HOLD} outlive their transaction, and every one keeps what it reads from being
 * dropped. The driver's own, for results that are fetched piece by piece, are left alone.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-cursors.html">pg_cursors</a>
 */
enum OpenCursors implements Leftover {
    INSTANCE;

    @Override
    public String expression() {
        return "ARRAY(SELECT name FROM pg_cursors WHERE name <> '' AND name !~ '^C_[0-9]+$' ORDER BY name)";
    }

    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        now.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> jdbc.sql("CLOSE " + HistoryTables.quoted(name)).update());
    }
}
