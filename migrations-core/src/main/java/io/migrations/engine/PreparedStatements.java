/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistoryTables;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What {@code PREPARE} has left; what the driver prepares is its own affair.
 *
 * @see <a href="https://www.postgresql.org/docs/current/view-pg-prepared-statements.html">pg_prepared_statements</a>
 */
enum PreparedStatements implements Leftover {
    INSTANCE;

    @Override
    public String expression() {
        return "ARRAY(SELECT name FROM pg_prepared_statements WHERE from_sql ORDER BY name)";
    }

    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        now.stream()
                .filter(name -> !before.contains(name))
                .forEach(name ->
                        jdbc.sql("DEALLOCATE " + HistoryTables.quoted(name)).update());
    }
}
