-- needs pg_rewrite WHERE oid >= 16384 AND rulename <> '_RETURN'
SELECT 'RULE', r.nspname, r.relname, w.rulename, '', 0, w.tableoid, w.oid, 0,
       rtrim(pg_get_ruledef(w.oid), ';') AS "definition",
       {enabled w.ev_enabled} AS "enabled",
       format('DROP RULE %I ON %I.%I', w.rulename, r.nspname, r.relname) AS "~drop"
FROM {relations} r
JOIN pg_rewrite w ON w.ev_class = r.oid
WHERE w.rulename <> '_RETURN'
