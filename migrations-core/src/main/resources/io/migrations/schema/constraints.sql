SELECT 'CONSTRAINT', r.nspname, r.relname, k.conname, '', 0, k.tableoid, k.oid, 0,
       CASE WHEN k.contype IN ('p', 'u') AND (x.reloptions IS NOT NULL OR s.oid IS NOT NULL)
            THEN regexp_replace(pg_get_constraintdef(k.oid), '(( DEFERRABLE)?( INITIALLY DEFERRED)?)$',
                                replace(concat(' WITH (' || {options x.reloptions} || ')',
                                               ' USING INDEX TABLESPACE ' || quote_ident(s.spcname)), '\', '\\') || '\1')
            ELSE pg_get_constraintdef(k.oid) END AS "definition",
       k.contype AS "~type",
       CASE WHEN k.coninhcount > 0 THEN 'yes' END AS "~inherited",
       CASE WHEN NOT k.convalidated THEN 'no' END AS "~valid",
       CASE cardinality(k.conkey) WHEN 1 THEN {column k.conrelid of k.conkey[1]} ELSE
         (SELECT string_agg(quote_ident(a.attname), E'\n' ORDER BY c.place)
          FROM unnest(k.conkey) WITH ORDINALITY c (number, place)
          JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = c.number) END AS "~columns",
       f.name AS "~referenced table"
FROM {relations} r
JOIN pg_constraint k ON k.conrelid = r.oid
LEFT JOIN pg_class x ON x.oid = k.conindid AND k.contype IN ('p', 'u')
LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
LEFT JOIN (SELECT f.oid, format('%I.%I', f_n.nspname, f.relname) AS name
           FROM pg_class f JOIN pg_namespace f_n ON f_n.oid = f.relnamespace) f ON f.oid = k.confrelid
WHERE k.contype IN ('p', 'u', 'f', 'c', 'x') AND k.conparentid = 0
