/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Temporary tables and their like, which stand in front of the real ones; each as what drops it.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-discard.html">DISCARD</a>
 */
enum TemporaryObjects implements Leftover {
    INSTANCE;

    @Override
    public String expression() {
        return """
                ARRAY(SELECT format('%s IF EXISTS pg_temp.%I',
                                    CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE'
                                                 ELSE 'TABLE' END, relname)
                        FROM pg_class c
                       WHERE relnamespace = pg_my_temp_schema() AND relkind IN ('r', 'p', 'v', 'S', 'c')
                         AND NOT EXISTS (SELECT FROM pg_depend
                                          WHERE classid = 'pg_class'::regclass AND objid = c.oid
                                            AND deptype IN ('a', 'i') AND refclassid = 'pg_class'::regclass)
                       UNION ALL
                      SELECT format('ROUTINE IF EXISTS pg_temp.%I(%s)', proname, oidvectortypes(proargtypes))
                        FROM pg_proc WHERE pronamespace = pg_my_temp_schema()
                       UNION ALL
                      SELECT format('TYPE IF EXISTS pg_temp.%I', typname)
                        FROM pg_type WHERE typnamespace = pg_my_temp_schema() AND typtype IN ('d', 'e', 'r')
                       ORDER BY 1)""";
    }

    @Override
    public void restore(JdbcClient jdbc, List<String> before, List<String> now) {
        if (before.isEmpty()) {
            jdbc.sql("DISCARD TEMP").update();
            return;
        }
        now.stream()
                .filter(object -> !before.contains(object))
                .forEach(object -> jdbc.sql("DROP " + object + " CASCADE").update());
    }
}
