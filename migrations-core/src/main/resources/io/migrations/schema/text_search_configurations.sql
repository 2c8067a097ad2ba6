-- needs pg_ts_config WHERE oid >= 16384
SELECT 'TEXT_SEARCH_CONFIGURATION', n.nspname, '', c.cfgname, '', 0, c.tableoid, c.oid, 0,
       concat_ws(E';\n',
         format('CREATE TEXT SEARCH CONFIGURATION %I.%I (PARSER = %I.%I)', n.nspname, c.cfgname, p_n.nspname, p.prsname),
         (SELECT string_agg(format('ALTER TEXT SEARCH CONFIGURATION %I.%I ADD MAPPING FOR %I WITH %s',
                                   n.nspname, c.cfgname, k.alias, k.dictionaries), E';\n' ORDER BY k.tokid)
          FROM (SELECT t.tokid, t.alias, string_agg(m.mapdict::regdictionary::text, ', ' ORDER BY m.mapseqno) AS dictionaries
                FROM pg_ts_config_map m JOIN ts_token_type(c.cfgparser) t ON t.tokid = m.maptokentype
                WHERE m.mapcfg = c.oid GROUP BY t.tokid, t.alias) k)) AS "definition",
       format('DROP TEXT SEARCH CONFIGURATION %I.%I', n.nspname, c.cfgname) AS "~drop"
FROM pg_ts_config c
JOIN {schemas} n ON n.oid = c.cfgnamespace
JOIN pg_ts_parser p ON p.oid = c.cfgparser
JOIN pg_namespace p_n ON p_n.oid = p.prsnamespace
WHERE {own c}
