-- needs pg_opclass WHERE oid >= 16384
SELECT 'OPERATOR_CLASS', n.nspname, '', format('%s USING %s', c.opcname, m.amname), '', 0, c.tableoid, c.oid, 0,
       format('CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I FAMILY %I.%I AS %s', n.nspname, c.opcname,
              CASE WHEN c.opcdefault THEN ' DEFAULT' END, format_type(c.opcintype, NULL), m.amname, f_n.nspname, f.opfname,
              concat_ws(', ',
                'STORAGE ' || CASE WHEN c.opckeytype <> 0 THEN format_type(c.opckeytype, NULL)
                                   WHEN l.lines IS NULL THEN format_type(c.opcintype, NULL) END,
                l.lines)) AS "definition",
       format('DROP OPERATOR CLASS %I.%I USING %I', n.nspname, c.opcname, m.amname) AS "~drop"
FROM pg_opclass c
JOIN {schemas} n ON n.oid = c.opcnamespace
JOIN pg_am m ON m.oid = c.opcmethod
JOIN pg_opfamily f ON f.oid = c.opcfamily
JOIN pg_namespace f_n ON f_n.oid = f.opfnamespace
CROSS JOIN LATERAL (
  SELECT string_agg(line, ', ' ORDER BY line COLLATE "C")
  FROM ({family-members} WHERE coalesce(o.oid, p.oid) IS NOT NULL AND d.refclassid = c.tableoid AND d.refobjid = c.oid AND d.deptype IN ('a', 'i')) m (line)) l (lines)
WHERE {own c}
