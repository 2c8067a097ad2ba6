SELECT d.classid, d.objid, d.objsubid, d.refclassid, d.refobjid, d.refobjsubid, d.deptype
FROM pg_depend d
WHERE d.objid >= 16384 AND d.deptype NOT IN ('e', 'i')
  AND NOT (d.refclassid = 'pg_catalog.pg_namespace'::regclass
           AND d.classid IN ('pg_catalog.pg_class'::regclass, 'pg_catalog.pg_type'::regclass, 'pg_catalog.pg_proc'::regclass))
  AND NOT (d.classid = d.refclassid AND d.objid = d.refobjid AND d.objsubid = d.refobjsubid)
