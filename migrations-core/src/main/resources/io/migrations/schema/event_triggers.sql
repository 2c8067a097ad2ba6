-- needs pg_event_trigger
SELECT 'EVENT_TRIGGER', '', '', t.evtname, '', 0, t.tableoid, t.oid, 0,
       format('CREATE EVENT TRIGGER %I ON %s%s EXECUTE FUNCTION %s()', t.evtname, t.evtevent,
              ' WHEN TAG IN (' || (SELECT string_agg(quote_literal(g), ', ' ORDER BY g COLLATE "C") FROM unnest(t.evttags) g) || ')',
              t.evtfoid::regproc) AS "definition",
       {enabled t.evtenabled} AS "enabled",
       format('DROP EVENT TRIGGER %I', t.evtname) AS "~drop"
FROM pg_event_trigger t
WHERE {own t}
