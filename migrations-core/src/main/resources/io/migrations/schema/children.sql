-- needs pg_inherits
SELECT r.classid, r.oid, 0, 'INDEX', x.relname, format('%I.%I', p_n.nspname, p.relname), px.relname,
       CASE WHEN x.relkind = 'I' THEN regexp_replace(pg_get_indexdef(x.oid), ' ON ONLY ', ' ON ') ELSE pg_get_indexdef(x.oid) END
FROM {relations} r
JOIN pg_index i ON i.indrelid = r.oid
JOIN pg_class x ON x.oid = i.indexrelid
JOIN pg_inherits h ON h.inhrelid = x.oid
JOIN pg_class px ON px.oid = h.inhparent
JOIN pg_index pi ON pi.indexrelid = px.oid
JOIN pg_class p ON p.oid = pi.indrelid
JOIN pg_namespace p_n ON p_n.oid = p.relnamespace
WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.contype IN ('p', 'u', 'x'))
UNION ALL
SELECT r.classid, r.oid, 0, 'CONSTRAINT', k.conname, format('%I.%I', p_n.nspname, p.relname), pk.conname, pg_get_constraintdef(k.oid)
FROM {relations} r
JOIN pg_constraint k ON k.conrelid = r.oid
JOIN pg_constraint pk ON pk.oid = k.conparentid
JOIN pg_class p ON p.oid = pk.conrelid
JOIN pg_namespace p_n ON p_n.oid = p.relnamespace
WHERE k.contype IN ('p', 'u', 'f', 'x') AND pk.conrelid <> k.conrelid
UNION ALL
SELECT r.classid, r.oid, 0, 'COLUMN', k.conname, '', a.attname, 'NOT NULL'
FROM {relations} r
JOIN pg_constraint k ON k.conrelid = r.oid
JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum = k.conkey[1]
WHERE k.contype = 'n' AND k.coninhcount > 0 AND NOT k.conislocal
