SELECT 'EXTENSION', '', '', x.extname, '', 0, x.tableoid, x.oid, 0,
       quote_ident(n.nspname) AS "schema",
       x.extversion AS "version"
FROM pg_extension x JOIN pg_namespace n ON n.oid = x.extnamespace
