/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import io.migrations.operation.Name;
import io.migrations.sql.Identifiers;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the schema of a database from its catalog, in as many queries whether it has ten tables or ten thousand. Every
 * text in it is PostgreSQL's own, printed with an empty search path, so that it says the same in every session. Immutable
 * and safe for use by several threads.
 */
public final class SnapshotReader {

    private static final List<String> KINDS = List.of(
            "schemas",
            "extensions",
            "collations",
            "types",
            "domain_constraints",
            "sequences",
            "tables",
            "columns",
            "defaults",
            "constraints",
            "indexes",
            "views",
            "view_columns",
            "routines",
            "aggregates",
            "triggers",
            "policies",
            "rules",
            "statistics",
            "made_casts",
            "operators",
            "operator_families",
            "operator_classes",
            "text_search_dictionaries",
            "text_search_configurations",
            "foreign_data",
            "event_triggers",
            "publications",
            "default_privileges");

    private static final String CHILDREN = "children";

    private final List<Name> leftOut;

    /**
     * @param leftOut the tables of the history, which are no part of the schema; one without a schema is looked for on
     *     the connection's search path
     */
    public SnapshotReader(Collection<Name> leftOut) {
        this.leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads. In autocommit it does so in a read-only transaction of its own, else in the connection's, whose changes it
     * sees. The connection is left as it was.
     *
     * @throws DataAccessException if the database refuses
     */
    public Snapshot read(Connection connection) {
        try (var session = CatalogSession.open(connection)) {
            CatalogQueries queries = queries(session);
            session.printAlike();
            var objects = new CatalogObjects();
            Set<String> found = found(session, queries);
            KINDS.stream().filter(found::contains).forEach(kind -> session.forEach(queries.text(kind), objects::add));
            if (found.contains(CHILDREN)) {
                session.forEach(
                        queries.text(CHILDREN),
                        row -> objects.amendFact(
                                CatalogAddress.at(row, 1),
                                InheritedParts.fact(row.getString(4), row.getString(5)),
                                InheritedParts.value(row.getString(6), row.getString(7), row.getString(8))));
            }
            session.forEach(
                    queries.text("comments"),
                    row -> objects.amend(CatalogAddress.at(row, 1), "comment", row.getString(4)));
            session.forEach(
                    queries.text("privileges"),
                    row -> objects.amend(CatalogAddress.at(row, 1), "privileges", row.getString(4)));
            var snapshot = new Snapshot(
                    objects.read(),
                    dependencies(session, queries, objects),
                    casts(session.jdbc(), queries),
                    queries.majorVersion(),
                    unread(session.jdbc(), queries));
            session.succeeded();
            return snapshot;
        }
    }

    /** The queries that can find something; most databases lack most kinds of objects. */
    private static Set<String> found(CatalogSession session, CatalogQueries queries) {
        List<String> all = new ArrayList<>(KINDS);
        all.add(CHILDREN);
        var found = new HashSet<String>();
        session.forEach(queries.needs(all), row -> {
            Boolean[] needed = (Boolean[]) row.getArray(1).getArray();
            IntStream.range(0, needed.length)
                    .filter(i -> needed[i])
                    .mapToObj(all::get)
                    .forEach(found::add);
        });
        return found;
    }

    private CatalogQueries queries(CatalogSession session) {
        Integer version =
                session.jdbc().queryForObject("SELECT current_setting('server_version_num')::int", Integer.class);
        String[] tables = leftOut.stream().map(Name::sql).toArray(String[]::new);
        String[] functions = leftOut.stream().map(SnapshotReader::appendOnly).toArray(String[]::new);
        var tableIds = new HashSet<Long>();
        var functionIds = new HashSet<Long>();
        session.forEach(
                "SELECT to_regclass(t)::oid, to_regprocedure(f)::oid FROM unnest(?::text[], ?::text[]) x (t, f)",
                row -> {
                    tableIds.add(row.getLong(1));
                    functionIds.add(row.getLong(2));
                },
                tables,
                functions);
        return new CatalogQueries(version == null ? 0 : version / 10_000, tableIds, functionIds);
    }

    /** The function that keeps a table append-only, if the table is a journal. */
    private static String appendOnly(Name table) {
        String schema =
                table.findSchema().map(name -> Identifiers.quoted(name) + ".").orElse("");
        return schema + Identifiers.quoted(table.simple() + "_append_only") + "()";
    }

    private static Set<Dependency> dependencies(
            CatalogSession session, CatalogQueries queries, CatalogObjects objects) {
        Map<CatalogAddress, CatalogAddress> aliases = new HashMap<>();
        session.forEach(queries.text("aliases"), row -> {
            aliases.put(CatalogAddress.at(row, 1), CatalogAddress.at(row, 4));
        });
        var folding =
                new DependencyFolding(objects.keys(), aliases, objects.read().keySet());
        session.forEach(
                queries.text("dependencies"),
                row -> folding.add(CatalogAddress.at(row, 1), CatalogAddress.at(row, 4), row.getString(7)));
        return folding.dependencies();
    }

    private static Set<Cast> casts(JdbcTemplate jdbc, CatalogQueries queries) {
        return new HashSet<>(jdbc.query(
                queries.text("casts"),
                (row, number) -> new Cast(
                        row.getString(1), row.getString(2), row.getString(3).charAt(0))));
    }

    private static List<String> unread(JdbcTemplate jdbc, CatalogQueries queries) {
        return jdbc.query(
                queries.text("unread"),
                (row, number) -> row.getLong(1) + " " + row.getString(row.getLong(1) == 1 ? 2 : 3));
    }
}
