SELECT CASE t.typtype WHEN 'e' THEN 'ENUM' WHEN 'd' THEN 'DOMAIN' WHEN 'c' THEN 'COMPOSITE' ELSE 'RANGE' END,
       n.nspname, '', t.typname, '', 0, t.tableoid, t.oid, 0,
       (SELECT string_agg(e.enumlabel, E'\n' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS "values",
       CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END AS "type",
       CASE WHEN t.typtype = 'd' AND t.typcollation NOT IN (0, b.typcollation) THEN {collation t.typcollation} END AS "collation",
       CASE WHEN t.typtype = 'd' THEN pg_get_expr(t.typdefaultbin, 'pg_catalog.pg_type'::regclass) END AS "default",
       CASE WHEN t.typtype = 'd' AND t.typnotnull THEN 'yes' END AS "not null",
       CASE WHEN t.typtype = 'c' THEN coalesce({columns t.typrelid}, '') END AS "attributes",
       CASE WHEN t.typtype = 'r' THEN
         (SELECT format('CREATE TYPE %I.%I AS RANGE (subtype = %s%s%s%s%s%s)', n.nspname, t.typname,
                        format_type(r.rngsubtype, NULL),
                        (SELECT format(', subtype_opclass = %I.%I', o_n.nspname, o.opcname)
                         FROM pg_opclass o JOIN pg_namespace o_n ON o_n.oid = o.opcnamespace
                         WHERE o.oid = r.rngsubopc AND NOT o.opcdefault),
                        CASE WHEN r.rngcollation NOT IN (0, (SELECT typcollation FROM pg_type WHERE oid = r.rngsubtype))
                             THEN ', collation = ' || {collation r.rngcollation} END,
                        CASE WHEN r.rngcanonical <> 0 THEN ', canonical = ' || r.rngcanonical::text END,
                        CASE WHEN r.rngsubdiff <> 0 THEN ', subtype_diff = ' || r.rngsubdiff::text END,
                        (SELECT format(', multirange_type_name = %I.%I', m_n.nspname, m.typname)
                         FROM pg_type m JOIN pg_namespace m_n ON m_n.oid = m.typnamespace
                         WHERE m.oid = r.rngmultitypid
                           AND (m.typnamespace <> t.typnamespace
                                OR m.typname <> left(CASE WHEN t.typname LIKE '%range%'
                                                          THEN regexp_replace(t.typname, 'range', 'multirange')
                                                          ELSE t.typname || '_multirange' END, 63))))
          FROM pg_range r WHERE r.rngtypid = t.oid) END AS "definition",
       CASE WHEN t.typtype = 'r' THEN format('DROP TYPE %I.%I', n.nspname, t.typname) END AS "~drop"
FROM pg_type t
JOIN {schemas} n ON n.oid = t.typnamespace
LEFT JOIN pg_type b ON b.oid = t.typbasetype
LEFT JOIN pg_class c ON c.oid = t.typrelid
WHERE (t.typtype IN ('e', 'd', 'r') OR t.typtype = 'c' AND c.relkind = 'c') AND {own t}
