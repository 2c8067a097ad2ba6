SELECT 'TABLE', r.nspname, '', r.relname, '', 0, r.classid, r.oid, 0,
       CASE r.relpersistence WHEN 'u' THEN 'yes' END AS "unlogged",
       CASE r.relkind WHEN 'p' THEN pg_get_partkeydef(r.oid) END AS "partition key",
       CASE WHEN r.relispartition THEN i.parents END AS "partition of",
       pg_get_expr(r.relpartbound, r.oid) AS "bound",
       CASE WHEN NOT r.relispartition THEN i.parents END AS "inherits",
       (SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C")
        FROM (SELECT unnest(r.reloptions) UNION ALL SELECT 'toast.' || unnest(t.reloptions)) o (line)) AS "options",
       (SELECT quote_ident(s.spcname) FROM pg_tablespace s WHERE s.oid = r.reltablespace) AS "tablespace",
       (SELECT quote_ident(m.amname) FROM pg_am m WHERE m.oid = r.relam AND m.amname <> 'heap') AS "access method",
       CASE WHEN r.relkind = 'f' THEN NULL WHEN r.relreplident = 'n' THEN 'nothing' WHEN r.relreplident = 'f' THEN 'full' WHEN r.relreplident = 'i' THEN
         'index ' || (SELECT quote_ident(x.relname) FROM pg_index y JOIN pg_class x ON x.oid = y.indexrelid
                      WHERE y.indrelid = r.oid AND y.indisreplident) END AS "replica identity",
       CASE WHEN r.relrowsecurity THEN 'enabled' END AS "row security",
       CASE WHEN r.relforcerowsecurity THEN 'yes' END AS "row security forced",
       u.name AS "clustered on",
       CASE WHEN r.reloftype <> 0 THEN format_type(r.reloftype, NULL) END AS "of type",
       (SELECT quote_ident(s.srvname) FROM pg_foreign_server s WHERE s.oid = f.ftserver) AS "server",
       {lines f.ftoptions} AS "server options"
FROM {relations} r
LEFT JOIN pg_class t ON t.oid = r.reltoastrelid
LEFT JOIN pg_foreign_table f ON f.ftrelid = r.oid
LEFT JOIN (SELECT y.indrelid, quote_ident(x.relname) AS name FROM pg_index y JOIN pg_class x ON x.oid = y.indexrelid
           WHERE y.indisclustered) u ON u.indrelid = r.oid
LEFT JOIN (SELECT i.inhrelid, string_agg(format('%I.%I', p_n.nspname, p.relname), E'\n' ORDER BY i.inhseqno) AS parents
           FROM pg_inherits i
           JOIN pg_class p ON p.oid = i.inhparent
           JOIN pg_namespace p_n ON p_n.oid = p.relnamespace
           GROUP BY i.inhrelid) i ON i.inhrelid = r.oid
WHERE r.relkind IN ('r', 'p', 'f')
