-- needs pg_trigger WHERE NOT tgisinternal
SELECT 'TRIGGER', r.nspname, r.relname, g.tgname, '', 0, g.tableoid, g.oid, 0,
       pg_get_triggerdef(g.oid) AS "definition",
       {enabled g.tgenabled} AS "enabled"
FROM {relations} r
JOIN pg_trigger g ON g.tgrelid = r.oid
WHERE NOT g.tgisinternal AND g.tgparentid = 0
