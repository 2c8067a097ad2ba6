SELECT c.classoid, c.objoid, c.objsubid, c.description
FROM pg_description c
WHERE c.objoid >= 16384 OR c.classoid IN ('pg_catalog.pg_namespace'::regclass, 'pg_catalog.pg_extension'::regclass)
