SELECT 'INDEX', r.nspname, r.relname, x.relname, '', 0, x.tableoid, x.oid, 0,
       CASE WHEN s.oid IS NULL THEN d.definition
            ELSE concat(left(d.definition, length(d.definition) - length(d.predicate)),
                        ' TABLESPACE ' || quote_ident(s.spcname), d.predicate) END AS "definition",
       CASE WHEN NOT i.indisvalid THEN 'yes' END AS "invalid",
       z.targets AS "statistics",
       CASE WHEN i.indisunique THEN 'yes' END AS "~unique",
       CASE i.indnkeyatts WHEN 1 THEN {column i.indrelid of i.indkey[0]} ELSE
         (SELECT string_agg(quote_ident(a.attname), E'\n' ORDER BY c.place)
          FROM unnest(i.indkey) WITH ORDINALITY c (number, place)
          JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = c.number
          WHERE c.place <= i.indnkeyatts) END AS "~columns",
       m.amname AS "~method",
       CASE WHEN i.indexprs IS NOT NULL OR i.indpred IS NOT NULL THEN 'yes' END AS "~expressions"
FROM {relations} r
JOIN pg_index i ON i.indrelid = r.oid
JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_am m ON m.oid = x.relam
LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
LEFT JOIN (SELECT a.attrelid, string_agg(a.attnum || ' ' || a.attstattarget, E'\n' ORDER BY a.attnum) AS targets
           FROM pg_attribute a WHERE a.attstattarget >= 0 GROUP BY a.attrelid) z ON z.attrelid = x.oid
CROSS JOIN LATERAL (
  SELECT CASE WHEN x.relkind = 'I' AND i.indisvalid
              THEN regexp_replace(pg_get_indexdef(x.oid), '^(CREATE (UNIQUE )?INDEX ("([^"]|"")+"|[^ "]+) ON )ONLY ', '\1')
              ELSE pg_get_indexdef(x.oid) END,
         coalesce(' WHERE ' || pg_get_expr(i.indpred, i.indrelid), ''))
  d (definition, predicate)
WHERE r.relkind IN ('r', 'p', 'm')
  AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
  AND NOT EXISTS (SELECT FROM pg_inherits h WHERE h.inhrelid = x.oid)
