-- needs pg_operator WHERE oid >= 16384
SELECT 'OPERATOR', n.nspname, '', o.oprname, concat(v.left_type, ', ', v.right_type), 0, o.tableoid, o.oid, 0,
       format('CREATE OPERATOR %I.%s (%s)', n.nspname, o.oprname,
              concat_ws(', ',
                'FUNCTION = ' || o.oprcode::text,
                'LEFTARG = ' || nullif(v.left_type, 'NONE'),
                'RIGHTARG = ' || nullif(v.right_type, 'NONE'),
                (SELECT format('COMMUTATOR = OPERATOR(%I.%s)', c_n.nspname, c.oprname)
                 FROM pg_operator c JOIN pg_namespace c_n ON c_n.oid = c.oprnamespace WHERE c.oid = o.oprcom),
                (SELECT format('NEGATOR = OPERATOR(%I.%s)', c_n.nspname, c.oprname)
                 FROM pg_operator c JOIN pg_namespace c_n ON c_n.oid = c.oprnamespace WHERE c.oid = o.oprnegate),
                CASE WHEN o.oprrest <> 0 THEN 'RESTRICT = ' || o.oprrest::text END,
                CASE WHEN o.oprjoin <> 0 THEN 'JOIN = ' || o.oprjoin::text END,
                CASE WHEN o.oprcanhash THEN 'HASHES' END,
                CASE WHEN o.oprcanmerge THEN 'MERGES' END)) AS "definition",
       format('DROP OPERATOR %I.%s (%s, %s)', n.nspname, o.oprname, v.left_type, v.right_type) AS "~drop"
FROM pg_operator o
JOIN {schemas} n ON n.oid = o.oprnamespace
CROSS JOIN LATERAL (VALUES (CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                            CASE o.oprright WHEN 0 THEN 'NONE' ELSE format_type(o.oprright, NULL) END)) v (left_type, right_type)
WHERE o.oprcode <> 0 AND {own o}
