SELECT 'COLUMN', r.nspname, r.relname, a.attname, '', a.attnum, r.classid, r.oid, a.attnum,
       format_type(a.atttypid, a.atttypmod) AS "type",
       CASE WHEN a.attcollation NOT IN (0, t.typcollation) THEN {collation a.attcollation} END AS "collation",
       CASE WHEN a.attnotnull THEN 'yes' END AS "not null",
       CASE WHEN k.conislocal OR k.coninhcount = 0 THEN quote_ident(k.conname) END AS "not null constraint",
       CASE WHEN NOT k.convalidated THEN 'no' END AS "not null valid",
       CASE WHEN k.connoinherit THEN 'yes' END AS "not null no inherit",
       CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS "identity",
       CASE WHEN q.seqrelid IS NOT NULL THEN q.name END AS "identity sequence",
       {sequence q},
       CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS "generated",
       CASE WHEN a.attgenerated <> '' THEN pg_get_expr(g.adbin, g.adrelid) END AS "expression",
       CASE WHEN a.attstorage <> t.typstorage THEN
         CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' ELSE 'main' END
       END AS "storage",
       CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS "compression",
       nullif(a.attstattarget, -1) AS "statistics target",
       {lines a.attoptions} AS "options",
       {lines a.attfdwoptions} AS "server options",
       CASE WHEN a.attinhcount > 0 THEN 'yes' END AS "~inherited",
       CASE WHEN NOT a.attislocal THEN 'no' END AS "~local",
       format_type(a.atttypid, NULL) AS "~base type",
       t.typcategory AS "~type category",
       CASE t.typstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'x' THEN 'extended' ELSE 'main' END AS "~type storage",
       CASE WHEN a.attnum = ANY (p.conkey) THEN 'yes' END AS "~primary key"
FROM {relations} r
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
JOIN pg_type t ON t.oid = a.atttypid
LEFT JOIN pg_attrdef g ON g.adrelid = a.attrelid AND g.adnum = a.attnum AND a.attgenerated <> ''
LEFT JOIN pg_constraint k ON k.conrelid = a.attrelid AND k.contype = 'n' AND k.conkey[1] = a.attnum
LEFT JOIN pg_constraint p ON p.conrelid = a.attrelid AND p.contype = 'p'
LEFT JOIN (SELECT d.refobjid, d.refobjsubid, s.*, format('%I.%I', s_n.nspname, s_c.relname) AS name
           FROM pg_depend d
           JOIN pg_sequence s ON s.seqrelid = d.objid
           JOIN pg_class s_c ON s_c.oid = s.seqrelid
           JOIN pg_namespace s_n ON s_n.oid = s_c.relnamespace
           WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = 'pg_catalog.pg_class'::regclass
             AND d.deptype = 'i') q ON q.refobjid = a.attrelid AND q.refobjsubid = a.attnum
WHERE r.relkind IN ('r', 'p', 'f')
