-- needs pg_publication
SELECT 'PUBLICATION', '', '', p.pubname, '', 0, p.tableoid, p.oid, 0,
       format('CREATE PUBLICATION %I%s WITH (%s)', p.pubname,
              CASE WHEN p.puballtables THEN ' FOR ALL TABLES' ELSE ' FOR ' || m.members END,
              concat_ws(', ',
                format('publish = %L', concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                                                 CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END)),
                CASE WHEN p.pubviaroot THEN 'publish_via_partition_root = true' END,
                CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN 'publish_generated_columns = stored' END)) AS "definition",
       format('DROP PUBLICATION %I', p.pubname) AS "~drop"
FROM pg_publication p
CROSS JOIN LATERAL (
  SELECT string_agg(line, ', ' ORDER BY line COLLATE "C")
  FROM (SELECT concat('TABLE ', CASE WHEN r.relkind = 'p' THEN NULL ELSE 'ONLY ' END, format('%I.%I', n.nspname, r.relname),
                      (SELECT format(' (%s)', string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum)) -- from 15
                       FROM pg_attribute a WHERE a.attrelid = t.prrelid AND a.attnum = ANY (t.prattrs) HAVING count(*) > 0), -- from 15
                      ' WHERE ' || pg_get_expr(t.prqual, t.prrelid), -- from 15
                      '')
        FROM pg_publication_rel t
        JOIN pg_class r ON r.oid = t.prrelid
        JOIN pg_namespace n ON n.oid = r.relnamespace
        WHERE t.prpubid = p.oid AND r.oid <> ALL ({left-out})
        UNION ALL -- from 15
        SELECT format('TABLES IN SCHEMA %I', n.nspname) -- from 15
        FROM pg_publication_namespace s JOIN pg_namespace n ON n.oid = s.pnnspid WHERE s.pnpubid = p.oid -- from 15
       ) l (line)) m (members)
WHERE {own p}
