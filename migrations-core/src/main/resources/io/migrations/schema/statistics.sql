-- needs pg_statistic_ext
SELECT 'STATISTICS', n.nspname, '', s.stxname, '', 0, s.tableoid, s.oid, 0,
       pg_get_statisticsobjdef(s.oid) AS "definition",
       nullif(s.stxstattarget, -1) AS "target",
       format('DROP STATISTICS %I.%I', n.nspname, s.stxname) AS "~drop",
       format('%I.%I', r.nspname, r.relname) AS "~table"
FROM {relations} r
JOIN pg_statistic_ext s ON s.stxrelid = r.oid
JOIN {schemas} n ON n.oid = s.stxnamespace
WHERE {own s}
