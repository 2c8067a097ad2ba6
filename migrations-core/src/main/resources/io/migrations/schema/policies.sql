-- needs pg_policy
SELECT 'POLICY', r.nspname, r.relname, p.polname, '', 0, p.tableoid, p.oid, 0,
       CASE WHEN NOT p.polpermissive THEN 'yes' END AS "restrictive",
       CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' END AS "command",
       CASE WHEN p.polroles <> '{0}' THEN
         (SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C")
          FROM (SELECT CASE o WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(o)) END FROM unnest(p.polroles) o) l (line))
       END AS "roles",
       pg_get_expr(p.polqual, p.polrelid) AS "using",
       pg_get_expr(p.polwithcheck, p.polrelid) AS "check"
FROM {relations} r
JOIN pg_policy p ON p.polrelid = r.oid
