-- needs pg_rewrite WHERE oid >= 16384 AND rulename = '_RETURN'
SELECT CASE r.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END,
       r.nspname, '', r.relname, '', 0, r.classid, r.oid, 0,
       coalesce({columns r.oid}, '') AS "columns",
       rtrim(pg_get_viewdef(r.oid), ';') AS "definition",
       {lines r.reloptions} AS "options",
       (SELECT quote_ident(s.spcname) FROM pg_tablespace s WHERE s.oid = r.reltablespace) AS "tablespace",
       (SELECT quote_ident(m.amname) FROM pg_am m WHERE m.oid = r.relam AND m.amname <> 'heap') AS "access method",
       CASE WHEN NOT r.relispopulated THEN 'yes' END AS "unpopulated",
       (SELECT quote_ident(x.relname) FROM pg_index y JOIN pg_class x ON x.oid = y.indexrelid
        WHERE y.indrelid = r.oid AND y.indisclustered) AS "clustered on"
FROM {relations} r
WHERE r.relkind IN ('v', 'm')
