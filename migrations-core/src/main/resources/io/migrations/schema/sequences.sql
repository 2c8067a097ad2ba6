-- needs pg_sequence
SELECT 'SEQUENCE', r.nspname, '', r.relname, '', 0, r.classid, r.oid, 0,
       CASE WHEN q.seqtypid <> 'pg_catalog.int8'::regtype THEN format_type(q.seqtypid, NULL) END AS "type",
       {sequence q},
       CASE r.relpersistence WHEN 'u' THEN 'yes' END AS "unlogged",
       (SELECT format('%I.%I.%I', o_n.nspname, o.relname, a.attname)
        FROM pg_depend d
        JOIN pg_class o ON o.oid = d.refobjid
        JOIN pg_namespace o_n ON o_n.oid = o.relnamespace
        JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE d.classid = r.classid AND d.objid = r.oid AND d.refclassid = r.classid AND d.deptype = 'a') AS "owned by"
FROM {relations} r
JOIN pg_sequence q ON q.seqrelid = r.oid
WHERE r.relkind = 'S'
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = r.classid AND d.objid = r.oid AND d.refclassid = r.classid
                    AND (d.deptype = 'i' OR d.deptype = 'a' AND d.refobjid = ANY ({left-out})))
