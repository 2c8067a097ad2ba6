-- needs pg_opfamily WHERE oid >= 16384
SELECT 'OPERATOR_FAMILY', n.nspname, '', format('%s USING %s', f.opfname, m.amname), '', 0, f.tableoid, f.oid, 0,
       concat_ws(E';\n', format('CREATE OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, m.amname),
         (SELECT format('ALTER OPERATOR FAMILY %I.%I USING %I ADD %s', n.nspname, f.opfname, m.amname,
                        string_agg(line, ', ' ORDER BY line COLLATE "C"))
          FROM ({family-members} WHERE coalesce(o.oid, p.oid) IS NOT NULL AND d.refclassid = f.tableoid AND d.refobjid = f.oid AND d.deptype IN ('a', 'i')) l (line)
          HAVING count(*) > 0)) AS "definition",
       format('DROP OPERATOR FAMILY %I.%I USING %I', n.nspname, f.opfname, m.amname) AS "~drop"
FROM pg_opfamily f
JOIN {schemas} n ON n.oid = f.opfnamespace
JOIN pg_am m ON m.oid = f.opfmethod
WHERE {own f}
