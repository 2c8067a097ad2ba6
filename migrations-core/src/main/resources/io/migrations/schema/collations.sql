-- needs pg_collation WHERE oid >= 16384
SELECT 'COLLATION', n.nspname, '', c.collname, '', 0, c.tableoid, c.oid, 0,
       format('CREATE COLLATION %I.%I (provider = %s, %s%s%s)', n.nspname, c.collname,
              CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END,
              CASE WHEN c.collprovider = 'c' AND c.collcollate <> c.collctype
                   THEN format('lc_collate = %L, lc_ctype = %L', c.collcollate, c.collctype)
                   ELSE format('locale = %L', coalesce(j ->> 'colllocale', j ->> 'colliculocale', j ->> 'collcollate')) END,
              CASE WHEN NOT c.collisdeterministic THEN ', deterministic = false' END,
              ', rules = ' || quote_literal(j ->> 'collicurules')) AS "definition",
       format('DROP COLLATION %I.%I', n.nspname, c.collname) AS "~drop"
FROM pg_collation c
JOIN {schemas} n ON n.oid = c.collnamespace
CROSS JOIN LATERAL to_jsonb(c) j
WHERE {own c}
