/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The views and routines of a database, and what depends on what. Every query needs a transaction.
 *
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-depend.html">pg_depend</a>
 */
final class Catalog {

    /** Views and routines by identity. */
    private static final String OBJECTS = """
            SELECT format('%I.%I', n.nspname, c.relname) AS identity, c.relname AS name, c.oid,
                   CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END AS kind
              FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('v', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
             UNION ALL
            SELECT format('%I.%I(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)), p.proname, p.oid,
                   'ROUTINE'
              FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
             WHERE n.nspname NOT IN ('pg_catalog', 'information_schema')""";

    /**
     * What depends on each of some objects, and how far away at most. What a view is made of, such as its rule or
     * trigger, stands for the view, and a row type for its relation.
     */
    private static final String DEPENDENTS = """
            WITH RECURSIVE reached (catalog, oid, depth) AS (
              SELECT catalog::regclass::oid, oid::oid, 0 FROM unnest(?::text[], ?::bigint[]) AS root (catalog, oid)
               UNION
              SELECT CASE WHEN part.relation IS NULL THEN d.classid ELSE 'pg_class'::regclass::oid END,
                     coalesce(part.relation, d.objid), reached.depth + 1
                FROM reached
                JOIN LATERAL (
                       SELECT reached.catalog AS catalog, reached.oid AS oid
                        UNION ALL
                       SELECT 'pg_type'::regclass::oid, unnest(ARRAY[t.oid, t.typarray]) FROM pg_type t
                        WHERE reached.catalog = 'pg_class'::regclass AND t.typrelid = reached.oid) AS referenced ON true
                JOIN pg_depend d
                  ON d.refclassid = referenced.catalog AND d.refobjid = referenced.oid AND d.deptype = 'n'
                LEFT JOIN LATERAL (
                       SELECT ev_class FROM pg_rewrite WHERE d.classid = 'pg_rewrite'::regclass AND oid = d.objid
                        UNION ALL
                       SELECT v.oid FROM pg_trigger t JOIN pg_class v ON v.oid = t.tgrelid AND v.relkind = 'v'
                        WHERE d.classid = 'pg_trigger'::regclass AND t.oid = d.objid
                        UNION ALL
                       SELECT v.oid FROM pg_index i JOIN pg_class v ON v.oid = i.indrelid AND v.relkind = 'm'
                        WHERE d.classid = 'pg_class'::regclass AND i.indexrelid = d.objid) AS part (relation) ON true
               WHERE coalesce(part.relation, d.objid) <> reached.oid AND reached.depth < 100)
            SELECT catalog::regclass::text, oid, max(depth) AS depth, pg_describe_object(catalog, oid, 0) AS description
              FROM reached GROUP BY catalog, oid HAVING max(depth) > 0 OR ?
             ORDER BY depth, description""";

    /** Something that depends on something, and how far away. */
    record Dependent(String catalog, long oid, int depth, String description) {

        boolean is(CatalogObject object) {
            return object.oid() == oid && object.kind().catalog().equals(catalog);
        }
    }

    private final JdbcClient jdbc;

    Catalog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does something while every name that the server writes is qualified, unless it is the server's own. */
    <T> T qualifying(Supplier<T> work) {
        String searchPath = jdbc.sql("SELECT current_setting('search_path')")
                .query(String.class)
                .single();
        searchPath("pg_catalog, pg_temp");
        T result = work.get();
        // Not after a fault: the transaction is aborted then, and takes the setting with it.
        searchPath(searchPath);
        return result;
    }

    private void searchPath(String path) {
        jdbc.sql("SELECT set_config('search_path', ?, true)")
                .param(path)
                .query(String.class)
                .single();
    }

    /** Those of some objects that are there, by identity. */
    Map<String, CatalogObject> find(Collection<String> identities) {
        Map<String, CatalogObject> found = new LinkedHashMap<>();
        if (!identities.isEmpty()) {
            objects("identity = ANY (?)", identities.toArray(String[]::new))
                    .forEach(object -> found.put(object.identity(), object));
        }
        return found;
    }

    /** The views and routines with some ids: a view and a routine may have the same one. */
    List<CatalogObject> withIds(Collection<Long> oids) {
        return oids.isEmpty() ? List.of() : objects("oid = ANY (?)", oids.toArray(Long[]::new));
    }

    private List<CatalogObject> objects(String condition, Object[] values) {
        return qualifying(() -> jdbc.sql(
                        "SELECT identity, name, kind, oid FROM (%s) AS object WHERE ".replace("%s", OBJECTS)
                                + condition)
                .param(values)
                .query((row, number) -> new CatalogObject(
                        row.getString(1),
                        row.getString(2),
                        CatalogObject.Kind.valueOf(row.getString(3)),
                        row.getLong(4)))
                .list());
    }

    /** The objects themselves and all that depends on them, the farthest last. */
    List<Dependent> withDependents(Collection<CatalogObject> objects) {
        return dependents(
                objects.stream().map(object -> object.kind().catalog()).toArray(String[]::new),
                objects.stream().map(CatalogObject::oid).toArray(Long[]::new),
                true);
    }

    /** All that depends on whatever might be meant by a name. */
    List<Dependent> dependentsOf(Collection<String> names) {
        Map<Long, String> roots = new LinkedHashMap<>();
        jdbc.sql("""
                        WITH name AS (SELECT DISTINCT parse_ident(name) AS parts FROM unnest(?::text[]) AS name),
                             object (catalog, oid, name, namespace) AS (
                               SELECT 'pg_class', oid, relname, relnamespace FROM pg_class
                                UNION ALL
                               SELECT 'pg_proc', oid, proname, pronamespace FROM pg_proc
                                UNION ALL
                               SELECT 'pg_type', oid, typname, typnamespace FROM pg_type WHERE typrelid = 0)
                        SELECT object.catalog, object.oid
                          FROM name
                          JOIN object ON object.name = parts[array_upper(parts, 1)]
                          JOIN pg_namespace n ON n.oid = object.namespace
                         WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
                           AND (array_length(parts, 1) < 2 OR n.nspname = parts[array_upper(parts, 1) - 1])""").param(names.toArray(String[]::new)).query(row -> {
            roots.put(row.getLong(2), row.getString(1));
        });
        return dependents(roots.values().toArray(String[]::new), roots.keySet().toArray(Long[]::new), false);
    }

    private List<Dependent> dependents(String[] catalogs, Long[] oids, boolean withThemselves) {
        return qualifying(() -> jdbc.sql(DEPENDENTS)
                .param(catalogs)
                .param(oids)
                .param(withThemselves)
                .query((row, number) ->
                        new Dependent(row.getString(1), row.getLong(2), row.getInt(3), row.getString(4)))
                .list());
    }
}
