/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import io.migrations.test.TestDatabase;
import java.util.List;

/** What a database holds, in comparable lines: columns, indexes, constraints and row counts, without the history. */
final class CatalogFingerprint {

    private static final String CATALOG = """
            WITH tables AS (
              SELECT c.oid, c.relname FROM pg_class c
               WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname NOT LIKE 'migrations\\_%'
            )
            SELECT 'table ' || relname FROM tables
            UNION ALL
            SELECT format('column %s.%s %s%s%s%s', t.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                          CASE WHEN a.attnotnull THEN ' NOT NULL' END, ' identity ' || nullif(a.attidentity::text, ''),
                          ' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid))
              FROM tables t
              JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            UNION ALL
            SELECT format('index %s %s', pg_get_indexdef(i.indexrelid), CASE WHEN i.indisvalid THEN 'valid' END)
              FROM tables t JOIN pg_index i ON i.indrelid = t.oid
            UNION ALL
            SELECT format('constraint %s.%s %s', t.relname, c.conname, pg_get_constraintdef(c.oid))
              FROM tables t JOIN pg_constraint c ON c.conrelid = t.oid
            UNION ALL
            SELECT format('rows %s %s', relname,
                          (xpath('//n/text()', query_to_xml(format('SELECT count(*) AS n FROM %s', oid::regclass),
                                                            false, true, '')))[1])
              FROM tables
            ORDER BY 1""";

    private CatalogFingerprint() {}

    static List<String> of(TestDatabase database) {
        return database.jdbc().sql(CATALOG).query(String.class).list();
    }
}
