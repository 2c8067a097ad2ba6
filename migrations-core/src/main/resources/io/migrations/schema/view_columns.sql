-- needs pg_rewrite WHERE oid >= 16384 AND rulename = '_RETURN'
SELECT 'VIEW_COLUMN', r.nspname, r.relname, a.attname, '', a.attnum, r.classid, r.oid, a.attnum,
       pg_get_expr(g.adbin, g.adrelid) AS "default"
FROM {relations} r
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0
LEFT JOIN pg_attrdef g ON g.adrelid = a.attrelid AND g.adnum = a.attnum
WHERE r.relkind IN ('v', 'm')
  AND (g.oid IS NOT NULL OR a.attacl IS NOT NULL
       OR EXISTS (SELECT FROM pg_description c
                  WHERE c.classoid = r.classid AND c.objoid = r.oid AND c.objsubid = a.attnum))
