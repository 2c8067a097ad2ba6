SELECT a.classid, a.oid, a.subid, coalesce(p.lines, 'nobody')
FROM (SELECT tableoid, oid, 0, relacl, CASE relkind WHEN 'S' THEN 's' ELSE 'r' END, relowner
      FROM pg_class WHERE relacl IS NOT NULL AND oid >= 16384
      UNION ALL
      SELECT c.tableoid, c.oid, a.attnum, a.attacl, 'c', c.relowner
      FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE a.attacl IS NOT NULL AND a.attrelid >= 16384
      UNION ALL
      SELECT tableoid, oid, 0, proacl, 'f', proowner FROM pg_proc WHERE proacl IS NOT NULL AND oid >= 16384
      UNION ALL
      SELECT tableoid, oid, 0, typacl, 'T', typowner FROM pg_type WHERE typacl IS NOT NULL AND oid >= 16384
      UNION ALL
      SELECT tableoid, oid, 0, nspacl, 'n', nspowner FROM pg_namespace WHERE nspacl IS NOT NULL
      UNION ALL
      SELECT tableoid, oid, 0, fdwacl, 'F', fdwowner FROM pg_foreign_data_wrapper WHERE fdwacl IS NOT NULL
      UNION ALL
      SELECT tableoid, oid, 0, srvacl, 'S', srvowner FROM pg_foreign_server WHERE srvacl IS NOT NULL
     ) a (classid, oid, subid, acl, kind, owner)
CROSS JOIN LATERAL (SELECT {privileges a.acl of a.owner}) p (lines)
CROSS JOIN LATERAL (SELECT {privileges acldefault(a.kind::"char", a.owner) of a.owner}) d (lines)
WHERE p.lines IS DISTINCT FROM d.lines
