/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Everything that a schema holds, one line for each thing, in PostgreSQL's own words. Two databases with equal lines have
 * equal schemas. Columns come in their order; what is the same in every database, and the history's tables, are left out.
 */
public record Catalog(List<String> lines) {

    public Catalog {
        lines = List.copyOf(lines);
    }

    public static Catalog of(JdbcClient jdbc) {
        return new Catalog(jdbc.sql(QUERY).query(String.class).list());
    }

    private static final String QUERY = """
            WITH space AS (
              SELECT oid, nspname, nspacl, nspowner FROM pg_namespace
               WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'),
            relation AS (
              SELECT c.*, c.oid::regclass::text AS name FROM pg_class c JOIN space ON space.oid = c.relnamespace
               WHERE c.relname NOT LIKE 'migrations\\_%'
                 AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid
                                    AND d.deptype = 'e')),
            line (text) AS (
              SELECT format('schema %s acl=%s owner=%s', nspname,
                            ARRAY(SELECT a::text FROM unnest(coalesce(nspacl, acldefault('n', nspowner))) AS a ORDER BY 1),
                            nspowner::regrole)
                FROM space
              UNION ALL
              SELECT format('database acl=%s',
                            ARRAY(SELECT a::text FROM unnest(coalesce(datacl, acldefault('d', datdba))) AS a ORDER BY 1))
                FROM pg_database
               WHERE datname = current_database()
              UNION ALL
              SELECT format('extension %s %s in %s', extname, extversion, extnamespace::regnamespace) FROM pg_extension
              UNION ALL
              SELECT format('relation %s kind=%s persistence=%s options=%s acl=%s rls=%s/%s partition=%s of=%s key=%s'
                            ' replica=%s space=%s method=%s owner=%s filled=%s',
                            name, relkind, relpersistence, reloptions,
                            ARRAY(SELECT a::text FROM unnest(coalesce(relacl,
                              acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))) AS a ORDER BY 1),
                            relrowsecurity, relforcerowsecurity,
                            pg_get_expr(relpartbound, relation.oid),
                            (SELECT array_agg(inhparent::regclass ORDER BY inhseqno) FROM pg_inherits
                              WHERE inhrelid = relation.oid),
                            CASE relkind WHEN 'p' THEN pg_get_partkeydef(relation.oid) END, relreplident, reltablespace,
                            (SELECT amname FROM pg_am WHERE pg_am.oid = relam), relowner::regrole, relispopulated)
                FROM relation WHERE relkind <> 'i' AND relkind <> 'I'
              UNION ALL
              SELECT format('column %s #%s %s %s collation=%s notnull=%s default=%s identity=%s generated=%s storage=%s'
                            ' compression=%s statistics=%s acl=%s options=%s',
                            name, lpad(row_number() OVER (PARTITION BY relation.oid ORDER BY attnum)::text, 4, '0'),
                            attname, format_type(atttypid, atttypmod), NULLIF(attcollation, 0)::regcollation, attnotnull,
                            pg_get_expr(adbin, adrelid), attidentity, attgenerated, attstorage, attcompression,
                            coalesce(attstattarget, -1), attacl, attoptions)
                FROM relation JOIN pg_attribute ON attrelid = relation.oid AND attnum > 0 AND NOT attisdropped
                LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
               WHERE relkind NOT IN ('i', 'I')
              UNION ALL
              SELECT format('constraint %s on %s: %s validated=%s', conname, conrelid::regclass,
                            pg_get_constraintdef(pg_constraint.oid), convalidated)
                FROM pg_constraint JOIN relation ON relation.oid = conrelid
              UNION ALL
              SELECT format('index %s valid=%s clustered=%s space=%s', pg_get_indexdef(indexrelid), indisvalid,
                            indisclustered, reltablespace)
                FROM pg_index JOIN relation ON relation.oid = indexrelid
              UNION ALL
              SELECT format('sequence %s %s start=%s by=%s min=%s max=%s cache=%s cycle=%s owned=%s', name,
                            seqtypid::regtype, seqstart, seqincrement, seqmin, seqmax, seqcache, seqcycle,
                            (SELECT format('%s.%s', refobjid::regclass, attname)
                               FROM pg_depend JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                              WHERE objid = relation.oid AND classid = 'pg_class'::regclass AND deptype IN ('a', 'i')
                                AND refclassid = 'pg_class'::regclass))
                FROM pg_sequence JOIN relation ON relation.oid = seqrelid
              UNION ALL
              SELECT format('view %s: %s', name, pg_get_viewdef(relation.oid)) FROM relation
               WHERE relkind IN ('v', 'm')
              UNION ALL
              SELECT format('type %s %s labels=%s base=%s collation=%s notnull=%s default=%s owner=%s acl=%s', t.oid::regtype, typtype,
                            (SELECT array_agg(enumlabel ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
                            format_type(NULLIF(typbasetype, 0), typtypmod), NULLIF(typcollation, 0)::regcollation,
                            typnotnull, typdefault, typowner::regrole,
                            ARRAY(SELECT a::text FROM unnest(coalesce(typacl, acldefault('T', typowner))) AS a ORDER BY 1))
                FROM pg_type t JOIN space ON space.oid = typnamespace
               WHERE typtype IN ('e', 'd', 'r') OR (typtype = 'c' AND EXISTS (SELECT FROM pg_class
                       WHERE pg_class.oid = typrelid AND relkind = 'c'))
              UNION ALL
              SELECT format('domain constraint %s on %s: %s validated=%s', conname, contypid::regtype,
                            pg_get_constraintdef(pg_constraint.oid), convalidated)
                FROM pg_constraint JOIN pg_type t ON t.oid = contypid JOIN space ON space.oid = typnamespace
              UNION ALL
              SELECT format('function %s owner=%s acl=%s: %s', p.oid::regprocedure, proowner::regrole,
                            ARRAY(SELECT a::text FROM unnest(coalesce(proacl, acldefault('f', proowner))) AS a ORDER BY 1),
                            CASE WHEN prokind IN ('f', 'p') THEN pg_get_functiondef(p.oid) END)
                FROM pg_proc p JOIN space ON space.oid = pronamespace
               WHERE NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid
                                    AND d.deptype = 'e')
              UNION ALL
              SELECT format('trigger on %s: %s enabled=%s', tgrelid::regclass, pg_get_triggerdef(t.oid), tgenabled)
                FROM pg_trigger t JOIN relation ON relation.oid = tgrelid WHERE NOT tgisinternal
              UNION ALL
              SELECT format('policy %s on %s permissive=%s roles=%s command=%s using=%s check=%s', polname,
                            polrelid::regclass, polpermissive, polroles::regrole[], polcmd,
                            pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
                FROM pg_policy JOIN relation ON relation.oid = polrelid
              UNION ALL
              SELECT format('default privileges for %s in %s on %s: %s', defaclrole::regrole,
                            NULLIF(defaclnamespace, 0)::regnamespace, defaclobjtype, defaclacl)
                FROM pg_default_acl
              UNION ALL
              SELECT format('comment on %s: %s', pg_describe_object(classoid, objoid, objsubid), description)
                FROM pg_description
               WHERE objoid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = classoid
                       AND d.objid = objoid AND d.deptype = 'e') AND classoid <> 'pg_extension'::regclass)
            SELECT text FROM line ORDER BY text COLLATE "C"
            """;
}
