/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which views and routines the CREATE statements of a script make. Each is watched by itself, and only in the schema that
 * it makes something in: what another statement grants, or another session does, makes nothing the script's own.
 */
final class Creations {

    private static final String VIEWS = """
            SELECT c.oid, c.ctid::text || coalesce((SELECT string_agg(r.ctid::text, '' ORDER BY r.oid)
                                                      FROM pg_catalog.pg_rewrite r WHERE r.ev_class = c.oid), '')
              FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('v', 'm') AND c.relname = ? AND n.nspname = coalesce(?::text, current_schema()::text)""";

    private static final String ROUTINES = """
            SELECT p.oid, p.ctid::text
              FROM pg_catalog.pg_proc p JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
             WHERE p.proname = ? AND n.nspname = coalesce(?::text, current_schema()::text)""";

    private record Id(boolean routine, long oid) {}

    private final JdbcClient jdbc;
    private final Set<Id> made = new HashSet<>();

    /** What a statement names and leaves as it is, having found it there. */
    private final Set<Id> found = new HashSet<>();

    Creations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs a statement that creates something. */
    void watch(CreatedName name, Runnable statement) {
        Map<Long, String> before = versions(name);
        statement.run();
        versions(name).forEach((oid, version) -> {
            var id = new Id(name.routine(), oid);
            if (!version.equals(before.get(oid))) {
                made.add(id);
            } else if (!name.routine()) {
                found.add(id);
            }
        });
    }

    /** Each with what changes whenever it is made or made otherwise. */
    private Map<Long, String> versions(CreatedName name) {
        Map<Long, String> versions = new HashMap<>();
        jdbc.sql(name.routine() ? ROUTINES : VIEWS)
                .param(name.name())
                .param(name.schema())
                .query(row -> {
                    versions.put(row.getLong(1), row.getString(2));
                });
        return versions;
    }

    /**
     * What was made and is there, under the name that it has by now.
     *
     * @param former what was the script's own before, and still is where it was only found
     */
    List<CatalogObject> objects(Catalog catalog, Set<String> former) {
        List<Long> oids = new ArrayList<>();
        made.forEach(id -> oids.add(id.oid()));
        found.forEach(id -> oids.add(id.oid()));
        return catalog.withIds(oids).stream()
                .filter(object -> {
                    var id = new Id(object.isRoutine(), object.oid());
                    return made.contains(id) || (found.contains(id) && former.contains(object.identity()));
                })
                .toList();
    }
}
