-- needs pg_constraint WHERE contypid >= 16384
SELECT 'DOMAIN_CONSTRAINT', n.nspname, t.typname, k.conname, '', 0, k.tableoid, k.oid, 0,
       pg_get_constraintdef(k.oid) AS "definition",
       CASE WHEN NOT k.convalidated THEN 'no' END AS "~valid"
FROM pg_constraint k
JOIN pg_type t ON t.oid = k.contypid
JOIN {schemas} n ON n.oid = t.typnamespace
WHERE k.contype = 'c' AND {own t}
