-- needs pg_proc WHERE oid >= 16384
SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END,
       n.nspname, '', p.proname, {arguments p}, 0, p.tableoid, p.oid, 0,
       rtrim(pg_get_functiondef(p.oid), E'\n') AS "definition",
       pg_get_function_result(p.oid) AS "~returns",
       pg_get_function_arguments(p.oid) AS "~parameters",
       l.lanname AS "~language",
       CASE WHEN p.prosqlbody IS NOT NULL THEN 'yes' END AS "~atomic"
FROM pg_proc p
JOIN {schemas} n ON n.oid = p.pronamespace
JOIN pg_language l ON l.oid = p.prolang
WHERE p.prokind <> 'a' AND p.oid <> ALL ({left-out-functions}) AND {independent p}
