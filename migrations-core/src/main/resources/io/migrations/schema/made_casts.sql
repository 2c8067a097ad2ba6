-- needs pg_cast WHERE oid >= 16384
SELECT 'CAST', '', '', format('(%s AS %s)', v.source, v.target), '', 0, c.tableoid, c.oid, 0,
       format('CREATE CAST (%s AS %s) %s%s', v.source, v.target,
              CASE c.castmethod WHEN 'b' THEN 'WITHOUT FUNCTION' WHEN 'i' THEN 'WITH INOUT'
                                ELSE 'WITH FUNCTION ' || c.castfunc::regprocedure END,
              CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END) AS "definition",
       format('DROP CAST (%s AS %s)', v.source, v.target) AS "~drop"
FROM pg_cast c
CROSS JOIN LATERAL (VALUES (format_type(c.castsource, NULL), format_type(c.casttarget, NULL))) v (source, target)
WHERE c.oid >= 16384 AND {independent c}
