-- needs pg_ts_dict WHERE oid >= 16384
SELECT 'TEXT_SEARCH_DICTIONARY', n.nspname, '', t.dictname, '', 0, t.tableoid, t.oid, 0,
       format('CREATE TEXT SEARCH DICTIONARY %I.%I (TEMPLATE = %I.%I%s)', n.nspname, t.dictname, m_n.nspname, m.tmplname,
              ', ' || nullif(t.dictinitoption, '')) AS "definition",
       format('DROP TEXT SEARCH DICTIONARY %I.%I', n.nspname, t.dictname) AS "~drop"
FROM pg_ts_dict t
JOIN {schemas} n ON n.oid = t.dictnamespace
JOIN pg_ts_template m ON m.oid = t.dicttemplate
JOIN pg_namespace m_n ON m_n.oid = m.tmplnamespace
WHERE {own t}
