-- needs pg_foreign_data_wrapper
SELECT 'FOREIGN_DATA_WRAPPER', '', '', w.fdwname, '', 0, w.tableoid, w.oid, 0,
       format('CREATE FOREIGN DATA WRAPPER %I%s%s%s', w.fdwname,
              CASE WHEN w.fdwhandler <> 0 THEN format(' HANDLER %s', w.fdwhandler::regproc) END,
              CASE WHEN w.fdwvalidator <> 0 THEN format(' VALIDATOR %s', w.fdwvalidator::regproc) END,
              ' OPTIONS (' || {foreign-options w.fdwoptions} || ')') AS "definition",
       format('DROP FOREIGN DATA WRAPPER %I', w.fdwname) AS "~drop"
FROM pg_foreign_data_wrapper w
WHERE {own w}
UNION ALL
SELECT 'SERVER', '', '', s.srvname, '', 0, s.tableoid, s.oid, 0,
       format('CREATE SERVER %I%s%s FOREIGN DATA WRAPPER %I%s', s.srvname,
              ' TYPE ' || quote_literal(s.srvtype), ' VERSION ' || quote_literal(s.srvversion), w.fdwname,
              ' OPTIONS (' || {foreign-options s.srvoptions} || ')'),
       format('DROP SERVER %I', s.srvname)
FROM pg_foreign_server s
JOIN pg_foreign_data_wrapper w ON w.oid = s.srvfdw
WHERE {own s}
