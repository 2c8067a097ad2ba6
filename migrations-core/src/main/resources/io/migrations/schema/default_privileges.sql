-- needs pg_default_acl
SELECT 'DEFAULT_PRIVILEGES', coalesce(n.nspname, ''),
       CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES'
                            WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END,
       pg_get_userbyid(d.defaclrole), '', 0, d.tableoid, d.oid, 0,
       coalesce({privileges d.defaclacl of d.defaclrole}, 'nobody') AS "privileges"
FROM pg_default_acl d
LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace
