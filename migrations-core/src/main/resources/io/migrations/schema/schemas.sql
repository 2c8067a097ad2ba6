SELECT 'SCHEMA', '', '', n.nspname, '', 0, n.tableoid, n.oid, 0
FROM pg_namespace n
WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND {own n}
