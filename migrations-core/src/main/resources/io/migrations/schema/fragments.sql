-- schemas
(SELECT s.oid, s.nspname FROM pg_namespace s WHERE s.nspname !~ '^pg_' AND s.nspname <> 'information_schema')
-- relations
(SELECT c.*, c.tableoid AS classid, s.nspname
 FROM pg_class c JOIN {schemas} s ON s.oid = c.relnamespace
 WHERE c.oid <> ALL ({left-out}) AND {own c})
-- own
NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = $1.tableoid AND e.objid = $1.oid AND e.deptype = 'e')
-- independent
NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = $1.tableoid AND e.objid = $1.oid AND e.deptype IN ('e', 'i'))
-- collation
(SELECT format('%I.%I', l_n.nspname, l.collname)
 FROM pg_collation l JOIN pg_namespace l_n ON l_n.oid = l.collnamespace WHERE l.oid = $1)
-- column
(SELECT quote_ident(e.attname) FROM pg_attribute e WHERE e.attrelid = $1 AND e.attnum = $2)
-- columns
(SELECT string_agg(concat(quote_ident(m.attname), ' ', format_type(m.atttypid, m.atttypmod),
                          CASE WHEN m.attcollation NOT IN (0, m_t.typcollation) THEN ' COLLATE ' || {collation m.attcollation} END),
                   E'\n' ORDER BY m.attnum)
 FROM pg_attribute m JOIN pg_type m_t ON m_t.oid = m.atttypid
 WHERE m.attrelid = $1 AND m.attnum > 0 AND NOT m.attisdropped)
-- lines
CASE WHEN $1 IS NOT NULL THEN (SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C") FROM unnest($1) line) END
-- options
(SELECT string_agg(regexp_replace(line, '=(.*)$', '=''\1'''), ', ' ORDER BY line COLLATE "C") FROM unnest($1) line)
-- foreign-options
(SELECT string_agg(format('%I %L', o.option_name, o.option_value), ', ' ORDER BY o.option_name COLLATE "C")
 FROM pg_options_to_table($1) o)
-- arguments
(SELECT coalesce(string_agg(CASE WHEN $1.provariadic <> 0 AND i.place = $1.pronargs THEN 'VARIADIC ' ELSE '' END
                            || format_type(i.type, NULL), ', ' ORDER BY i.place), '')
 FROM unnest($1.proargtypes) WITH ORDINALITY i (type, place))
-- modify
CASE $1 WHEN 'r' THEN 'read_only' WHEN 's' THEN 'shareable' ELSE 'read_write' END
-- enabled
CASE $1 WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END
-- privileges
(SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C")
 FROM (SELECT DISTINCT concat(CASE x.grantee WHEN 0 THEN 'PUBLIC' WHEN $2 THEN '<owner>' ELSE quote_ident(pg_get_userbyid(x.grantee)) END,
                              ': ', x.privilege_type, CASE WHEN x.is_grantable THEN ' WITH GRANT OPTION' END)
       FROM aclexplode($1) x) g (line))
-- sequence
nullif($1.seqstart::text, CASE WHEN $1.seqincrement > 0 AND $1.seqmin = 1 THEN '1'
                               WHEN $1.seqincrement < 0 AND $1.seqmax = -1 THEN '-1' END) AS "start",
nullif($1.seqincrement, 1) AS "increment",
nullif($1.seqmin, CASE WHEN $1.seqincrement > 0 THEN 1
                       ELSE CASE $1.seqtypid WHEN 'pg_catalog.int2'::regtype THEN -32768
                                             WHEN 'pg_catalog.int4'::regtype THEN -2147483648
                                             ELSE -9223372036854775808 END END) AS "minimum",
nullif($1.seqmax, CASE WHEN $1.seqincrement < 0 THEN -1
                       ELSE CASE $1.seqtypid WHEN 'pg_catalog.int2'::regtype THEN 32767
                                             WHEN 'pg_catalog.int4'::regtype THEN 2147483647
                                             ELSE 9223372036854775807 END END) AS "maximum",
nullif($1.seqcache, 1) AS "cache",
CASE WHEN $1.seqcycle THEN 'yes' END AS "cycle"
-- family-members
SELECT CASE WHEN o.oid IS NOT NULL THEN
         format('OPERATOR %s %I.%s (%s, %s)%s', o.amopstrategy, r_n.nspname, r.oprname,
                       format_type(o.amoplefttype, NULL), format_type(o.amoprighttype, NULL),
                       (SELECT format(' FOR ORDER BY %I.%I', s_n.nspname, s.opfname)
                        FROM pg_opfamily s JOIN pg_namespace s_n ON s_n.oid = s.opfnamespace WHERE s.oid = o.amopsortfamily))
       ELSE format('FUNCTION %s (%s, %s) %s', p.amprocnum, format_type(p.amproclefttype, NULL),
                       format_type(p.amprocrighttype, NULL), p.amproc::regprocedure) END
FROM pg_depend d
LEFT JOIN pg_amop o ON d.classid = o.tableoid AND d.objid = o.oid
LEFT JOIN pg_operator r ON r.oid = o.amopopr
LEFT JOIN pg_namespace r_n ON r_n.oid = r.oprnamespace
LEFT JOIN pg_amproc p ON d.classid = p.tableoid AND d.objid = p.oid
