SELECT x.tableoid, x.oid, 0, k.tableoid, k.oid, 0
FROM pg_constraint k JOIN pg_class x ON x.oid = k.conindid
WHERE k.contype IN ('p', 'u', 'x') AND k.conparentid = 0 AND k.oid >= 16384
UNION ALL
SELECT c.tableoid, c.oid, 0, t.tableoid, t.oid, 0
FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c' WHERE t.oid >= 16384
UNION ALL
SELECT t.tableoid, t.oid, 0, c.tableoid, c.oid, 0
FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind <> 'c' WHERE t.oid >= 16384
UNION ALL
SELECT t.tableoid, t.typarray, 0, t.tableoid, t.oid, 0
FROM pg_type t WHERE t.typarray <> 0 AND t.oid >= 16384
UNION ALL
SELECT 'pg_catalog.pg_type'::regclass, r.rngmultitypid, 0, 'pg_catalog.pg_type'::regclass, r.rngtypid, 0
FROM pg_range r WHERE r.rngtypid >= 16384
UNION ALL
SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid
FROM pg_depend d JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.refclassid = d.classid AND d.deptype = 'i'
UNION ALL
SELECT w.tableoid, w.oid, 0, c.tableoid, c.oid, 0
FROM pg_rewrite w JOIN pg_class c ON c.oid = w.ev_class WHERE w.rulename = '_RETURN' AND w.oid >= 16384
UNION ALL
SELECT g.tableoid, g.oid, 0, c.tableoid, c.oid, CASE WHEN c.relkind = 'v' THEN 0 ELSE g.adnum END
FROM pg_attrdef g
JOIN pg_class c ON c.oid = g.adrelid
JOIN pg_attribute a ON a.attrelid = g.adrelid AND a.attnum = g.adnum
WHERE c.relkind = 'v' OR a.attgenerated <> ''
UNION ALL
SELECT k.tableoid, k.oid, 0,
       CASE k.contypid WHEN 0 THEN 'pg_catalog.pg_class'::regclass ELSE 'pg_catalog.pg_type'::regclass END,
       CASE k.contypid WHEN 0 THEN k.conrelid ELSE k.contypid END, coalesce(k.conkey[1], 0)
FROM pg_constraint k WHERE k.contype = 'n' AND k.oid >= 16384
UNION ALL
SELECT k.tableoid, k.oid, 0, g.tableoid, g.oid, 0
FROM pg_trigger g JOIN pg_constraint k ON k.oid = g.tgconstraint WHERE k.contype = 't'
UNION ALL
SELECT d.classid, d.objid, 0, d.refclassid, d.refobjid, 0
FROM pg_depend d
WHERE d.deptype = 'e'
   OR d.deptype = 'i' AND d.classid = 'pg_catalog.pg_proc'::regclass
   OR d.deptype = 'i' AND d.classid = 'pg_catalog.pg_cast'::regclass AND d.refclassid = 'pg_catalog.pg_type'::regclass
   OR d.deptype IN ('a', 'i')
      AND (d.classid IN ('pg_catalog.pg_amop'::regclass, 'pg_catalog.pg_amproc'::regclass)
             AND d.refclassid IN ('pg_catalog.pg_opclass'::regclass, 'pg_catalog.pg_opfamily'::regclass)
           OR d.classid = 'pg_catalog.pg_publication_namespace'::regclass AND d.refclassid = 'pg_catalog.pg_publication'::regclass -- from 15
           OR d.classid = 'pg_catalog.pg_publication_rel'::regclass AND d.refclassid = 'pg_catalog.pg_publication'::regclass)
