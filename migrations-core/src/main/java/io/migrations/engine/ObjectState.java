/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.SavedStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a view or routine has that its CREATE statement does not say: owner, privileges, comments, and of a view triggers,
 * rules, defaults and indexes. Written as the statements that give it back.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class ObjectState {

    /** Who is granted what, from one access control list; with who granted it, if that is not the owner. */
    private static final String GRANTS = """
            SELECT place, false, CASE WHEN grantor = owner THEN statement ELSE format('DO %%L', format(
                     'DECLARE mine text := current_setting(''role''); BEGIN BEGIN SET LOCAL ROLE %%I; EXCEPTION WHEN'
                     ' insufficient_privilege THEN NULL; END; %%s; PERFORM set_config(''role'', mine, true); END',
                     pg_get_userbyid(grantor), statement)) END
              FROM (SELECT grantor, owner, 3000 + min(ordinality) + CASE WHEN grantor = owner THEN 0 ELSE 1000 END AS place,
                           format('GRANT %%s ON %%s %%s TO %%s%%s',
                             string_agg(privilege_type || %2$s, ', ' ORDER BY privilege_type), class, name,
                             CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                             CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END) AS statement
                      FROM %1$s, aclexplode(acl) WITH ORDINALITY
                     GROUP BY grantor, owner, grantee, is_grantable, class, name%3$s) AS granted""";

    private static final String RELATION = """
            WITH object AS (
              SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name, c.relkind, c.relowner AS owner, 'TABLE' AS class,
                     coalesce(c.relacl, CASE WHEN EXISTS (SELECT FROM pg_default_acl WHERE defaclobjtype = 'r')
                                             THEN acldefault('r', c.relowner) END) AS acl
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.oid = ?),
            columns AS (
              SELECT object.name, owner, class, a.attname, a.attnum, a.attacl AS acl
                FROM object JOIN pg_attribute a ON a.attrelid = object.oid AND a.attnum > 0 AND NOT a.attisdropped)
            SELECT 1 AS place, false AS last, format('ALTER TABLE %s OWNER TO %I', name, pg_get_userbyid(owner)) AS statement
              FROM object
            UNION ALL SELECT 2, false, format('REVOKE ALL ON TABLE %s FROM PUBLIC, %I', name, pg_get_userbyid(owner))
                || coalesce((SELECT string_agg(DISTINCT format(', %I', pg_get_userbyid(e.grantee)), '')
                               FROM pg_default_acl, aclexplode(defaclacl) AS e WHERE e.grantee <> 0), '')
              FROM object WHERE acl IS NOT NULL
            UNION ALL <grants>
            UNION ALL <column grants>
            UNION ALL SELECT 6000, false, format('COMMENT ON %s %s IS %L',
                CASE relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END, name, obj_description(oid, 'pg_class'))
              FROM object WHERE obj_description(oid, 'pg_class') IS NOT NULL
            UNION ALL SELECT 6000 + attnum, false, format('COMMENT ON COLUMN %s.%I IS %L', columns.name, attname,
                col_description(oid, attnum))
              FROM columns, object WHERE col_description(oid, attnum) IS NOT NULL
            UNION ALL SELECT 8000, false, format('ALTER TABLE %s ALTER COLUMN %I SET DEFAULT %s', columns.name, attname,
                pg_get_expr(adbin, adrelid))
              FROM columns, object JOIN pg_attrdef ON adrelid = object.oid WHERE adnum = attnum
            UNION ALL SELECT 9000, true, format('DO %L', format('BEGIN IF NOT (SELECT relispopulated FROM pg_class WHERE oid = '
                '%1$L::regclass) THEN REFRESH MATERIALIZED VIEW %1$s; END IF; END', name))
              FROM object JOIN pg_class c USING (oid) WHERE object.relkind = 'm' AND c.relispopulated
            UNION ALL SELECT 9001, true, pg_get_indexdef(indexrelid) FROM object JOIN pg_index ON indrelid = oid
            UNION ALL SELECT 9002, true, format('COMMENT ON INDEX %s IS %L', indexrelid::regclass,
                obj_description(indexrelid, 'pg_class'))
              FROM object JOIN pg_index ON indrelid = oid WHERE obj_description(indexrelid, 'pg_class') IS NOT NULL
            UNION ALL SELECT 9003, true, pg_get_triggerdef(t.oid) FROM object JOIN pg_trigger t ON tgrelid = object.oid
              WHERE NOT tgisinternal
            UNION ALL SELECT 9004, true, pg_get_ruledef(r.oid) FROM object JOIN pg_rewrite r ON ev_class = object.oid
              WHERE rulename <> '_RETURN'
            ORDER BY place, statement""".replace(
                    "<column grants>", GRANTS.formatted("columns", "' (' || quote_ident(attname) || ')'", ", attnum"))
            .replace("<grants>", GRANTS.formatted("object", "''", ""));

    private static final String ROUTINE = """
            WITH object AS (
              SELECT p.oid, format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)) AS name,
                     p.proowner AS owner, 'ROUTINE' AS class,
                     coalesce(p.proacl, CASE WHEN EXISTS (SELECT FROM pg_default_acl WHERE defaclobjtype = 'f')
                                             THEN acldefault('f', p.proowner) END) AS acl
                FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE p.oid = ?)
            SELECT 1 AS place, false AS last, format('ALTER ROUTINE %s OWNER TO %I', name, pg_get_userbyid(owner)) AS statement
              FROM object
            UNION ALL SELECT 2, false, format('REVOKE ALL ON ROUTINE %s FROM PUBLIC, %I', name, pg_get_userbyid(owner))
                || coalesce((SELECT string_agg(DISTINCT format(', %I', pg_get_userbyid(e.grantee)), '')
                               FROM pg_default_acl, aclexplode(defaclacl) AS e WHERE e.grantee <> 0), '')
              FROM object WHERE acl IS NOT NULL
            UNION ALL <grants>
            UNION ALL SELECT 6000, false, format('COMMENT ON ROUTINE %s IS %L', name, obj_description(oid, 'pg_proc'))
              FROM object WHERE obj_description(oid, 'pg_proc') IS NOT NULL
            ORDER BY place, statement""".replace("<grants>", GRANTS.formatted("object", "''", ""));

    private ObjectState() {}

    /** What some objects have. The caller sees to it that names are qualified. */
    static List<SavedStatement> of(JdbcClient jdbc, Collection<CatalogObject> objects) {
        List<SavedStatement> statements = new ArrayList<>();
        for (boolean routines : new boolean[] {false, true}) {
            Map<Long, CatalogObject> wanted = new LinkedHashMap<>();
            objects.stream()
                    .filter(object -> object.isRoutine() == routines)
                    .forEach(object -> wanted.put(object.oid(), object));
            if (!wanted.isEmpty()) {
                statements.addAll(read(jdbc, routines ? ROUTINE : RELATION, wanted));
            }
        }
        return statements;
    }

    private static List<SavedStatement> read(JdbcClient jdbc, String query, Map<Long, CatalogObject> wanted) {
        return jdbc.sql("""
                        SELECT wanted.oid, has.last, has.statement
                          FROM unnest(?::oid[]) WITH ORDINALITY AS wanted (oid, number), LATERAL (%s) AS has
                         ORDER BY wanted.number, has.place, has.statement""".replace("%s", query.replace("?", "wanted.oid")))
                .param(wanted.keySet().toArray(Long[]::new))
                .query((row, number) -> new SavedStatement(
                        Objects.requireNonNull(wanted.get(row.getLong(1))).identity(),
                        row.getBoolean(2),
                        row.getString(3)))
                .list();
    }
}
