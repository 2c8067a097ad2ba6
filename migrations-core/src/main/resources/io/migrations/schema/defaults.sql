SELECT 'DEFAULT', r.nspname, r.relname, a.attname, '', a.attnum, g.tableoid, g.oid, 0,
       pg_get_expr(g.adbin, g.adrelid) AS "expression"
FROM {relations} r
JOIN pg_attrdef g ON g.adrelid = r.oid
JOIN pg_attribute a ON a.attrelid = g.adrelid AND a.attnum = g.adnum
WHERE r.relkind IN ('r', 'p', 'f') AND a.attgenerated = ''
