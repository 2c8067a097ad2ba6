SELECT number, singular, plural
FROM (SELECT 1, count(*), 'conversion', 'conversions' FROM pg_conversion c WHERE c.oid >= 16384 AND {own c}
      UNION ALL
      SELECT 2, count(*), 'subscription', 'subscriptions' FROM pg_subscription
      WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      UNION ALL
      SELECT 3, count(*), 'text search parser', 'text search parsers' FROM pg_ts_parser p WHERE p.oid >= 16384 AND {own p}
      UNION ALL
      SELECT 4, count(*), 'text search template', 'text search templates' FROM pg_ts_template t WHERE t.oid >= 16384 AND {own t}
      UNION ALL
      SELECT 5, count(*), 'transform', 'transforms' FROM pg_transform t WHERE t.oid >= 16384 AND {own t}
      UNION ALL
      SELECT 6, count(*), 'access method', 'access methods' FROM pg_am a WHERE a.oid >= 16384 AND {own a}
      UNION ALL
      SELECT 7, count(*), 'procedural language', 'procedural languages' FROM pg_language l WHERE l.oid >= 16384 AND {own l}
      UNION ALL
      SELECT 8, count(*), 'base type', 'base types' FROM pg_type t
      WHERE t.typtype = 'b' AND t.oid >= 16384 AND {own t}
        AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
      UNION ALL
      SELECT 9, count(*), 'user mapping', 'user mappings' FROM pg_user_mappings
      UNION ALL
      SELECT 10, count(*), 'security label', 'security labels' FROM pg_seclabel
     ) u (place, number, singular, plural)
WHERE number > 0
ORDER BY place
