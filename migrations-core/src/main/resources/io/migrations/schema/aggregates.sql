-- needs pg_proc WHERE oid >= 16384 AND prokind = 'a'
SELECT 'AGGREGATE', n.nspname, '', p.proname, {arguments p}, 0, p.tableoid, p.oid, 0,
       format('CREATE AGGREGATE %I.%I(%s) (%s)', n.nspname, p.proname,
              coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*'),
              concat_ws(', ',
                'sfunc = ' || a.aggtransfn::text,
                'stype = ' || format_type(a.aggtranstype, NULL),
                'sspace = ' || nullif(a.aggtransspace, 0),
                CASE WHEN a.aggfinalfn <> 0 THEN 'finalfunc = ' || a.aggfinalfn::text END,
                CASE WHEN a.aggfinalextra THEN 'finalfunc_extra' END,
                CASE WHEN a.aggfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                     THEN 'finalfunc_modify = ' || {modify a.aggfinalmodify} END,
                CASE WHEN a.aggcombinefn <> 0 THEN 'combinefunc = ' || a.aggcombinefn::text END,
                CASE WHEN a.aggserialfn <> 0 THEN 'serialfunc = ' || a.aggserialfn::text END,
                CASE WHEN a.aggdeserialfn <> 0 THEN 'deserialfunc = ' || a.aggdeserialfn::text END,
                'initcond = ' || quote_literal(a.agginitval),
                CASE WHEN a.aggmtransfn <> 0 THEN 'msfunc = ' || a.aggmtransfn::text END,
                CASE WHEN a.aggminvtransfn <> 0 THEN 'minvfunc = ' || a.aggminvtransfn::text END,
                CASE WHEN a.aggmtranstype <> 0 THEN 'mstype = ' || format_type(a.aggmtranstype, NULL) END,
                'msspace = ' || nullif(a.aggmtransspace, 0),
                CASE WHEN a.aggmfinalfn <> 0 THEN 'mfinalfunc = ' || a.aggmfinalfn::text END,
                CASE WHEN a.aggmfinalextra THEN 'mfinalfunc_extra' END,
                CASE WHEN a.aggmtransfn <> 0 AND a.aggmfinalmodify <> CASE a.aggkind WHEN 'n' THEN 'r' ELSE 'w' END
                     THEN 'mfinalfunc_modify = ' || {modify a.aggmfinalmodify} END,
                'minitcond = ' || quote_literal(a.aggminitval),
                CASE WHEN a.aggsortop <> 0 THEN
                  (SELECT format('sortop = operator(%I.%s)', o_n.nspname, o.oprname)
                   FROM pg_operator o JOIN pg_namespace o_n ON o_n.oid = o.oprnamespace WHERE o.oid = a.aggsortop) END,
                CASE p.proparallel WHEN 's' THEN 'parallel = safe' WHEN 'r' THEN 'parallel = restricted' END,
                CASE WHEN a.aggkind = 'h' THEN 'hypothetical' END)) AS "definition",
       format('DROP AGGREGATE %I.%I(%s)', n.nspname, p.proname,
              coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')) AS "~drop",
       format('%I.%I(%s)', n.nspname, p.proname,
              coalesce(nullif(pg_get_function_identity_arguments(p.oid), ''), '*')) AS "~signature"
FROM pg_proc p
JOIN pg_aggregate a ON a.aggfnoid = p.oid
JOIN {schemas} n ON n.oid = p.pronamespace
WHERE {own p}
