/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.AppendOnlyJournal;
import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The statements that let a user keep or read the history, given what there is of it already.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-priv.html">Privileges</a>
 */
final class HistoryGrants {

    /** Where the history is, or would be if its schema could be used; none where the search path leads nowhere. */
    private static final String PLACE = """
            SELECT coalesce(?, (
              SELECT n.nspname FROM %s
               ORDER BY EXISTS (SELECT FROM pg_class WHERE relnamespace = n.oid AND relname = ?) DESC, p.number LIMIT 1),
              'public')""".formatted(HistorySchema.SEARCH_PATH);

    private static final String TABLE = """
            SELECT pg_get_userbyid(relowner) AS owner, pg_has_role(relowner, 'USAGE') AS owned, %s AS sharing
              FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE n.nspname = ? AND relname = ?""".formatted(Sharing.ofRole("relowner"));

    /** By the catalog alone: a function that looks a name up is refused in a schema that may not be used. */
    private static final String IS_CURRENT = """
            SELECT (SELECT count(*) = 3
                      FROM (VALUES (:revision, 'downgrade_checksum'), (:revision, 'downgrade_transactional'),
                                   (:journal, 'downgrade_checksum')) AS needed (relation, name)
                      JOIN pg_class c ON c.relname = needed.relation
                      JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = :schema
                      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = needed.name AND NOT a.attisdropped)
               AND (:lacksNothing OR EXISTS (
                     SELECT FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
                      WHERE n.nspname = :schema AND relname = :journal AND tgname = :trigger))""";

    private final Session session;
    private final HistoryTables tables;
    private final boolean appendOnly;

    /**
     * What a session's user, in its role, lacks.
     *
     * @param appendOnly whether the journal is to get its trigger
     */
    HistoryGrants(Session session, HistoryTables tables, boolean appendOnly) {
        this.session = session;
        this.tables = tables;
        this.appendOnly = appendOnly;
    }

    /** What reading needs; to be run by the owner of the tables, or by a superuser. */
    List<String> toRead() {
        String schema = place();
        HistoryTables placed = tables.in(schema);
        String user = HistoryTables.quoted(session.actor());
        List<String> grants = new ArrayList<>();
        grants.add("GRANT USAGE ON SCHEMA %s TO %s;".formatted(HistoryTables.quoted(schema), user));
        for (String name : List.of(tables.revision(), tables.journal(), tables.repeatable())) {
            table(grants, placed, name, "SELECT", user);
        }
        return List.copyOf(grants);
    }

    /** What a run needs; to be run by the owner of the database and of the tables, or by a superuser. */
    List<String> toWrite() {
        String schema = place();
        HistoryTables placed = tables.in(schema);
        String user = HistoryTables.quoted(session.actor());
        if (!is("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)", schema)) {
            String database =
                    jdbc().sql("SELECT current_database()").query(String.class).single();
            return List.of("GRANT CREATE ON DATABASE %s TO %s;".formatted(HistoryTables.quoted(database), user));
        }
        List<String> grants = new ArrayList<>();
        boolean hasRevisions = table(grants, placed, tables.revision(), "SELECT, INSERT, DELETE", user);
        boolean hasJournal = table(grants, placed, tables.journal(), "SELECT, INSERT", user);
        table(grants, placed, tables.repeatable(), "SELECT, INSERT, UPDATE", user);
        boolean isCurrent = hasRevisions && hasJournal && isCurrent(schema);
        grants.add(
                0,
                "GRANT %s ON SCHEMA %s TO %s;"
                        .formatted(isCurrent ? "USAGE" : "USAGE, CREATE", HistoryTables.quoted(schema), user));
        if (hasRevisions && hasJournal && !isCurrent) {
            grants.addAll(1, ownership(placed));
        }
        return List.copyOf(grants);
    }

    private String place() {
        return Objects.requireNonNull(session.jdbc()
                .sql(PLACE)
                .param(tables.schema())
                .param(tables.revision())
                .query(String.class)
                .single());
    }

    /** Whether it is there. */
    private boolean table(List<String> grants, HistoryTables placed, String name, String privileges, String user) {
        String schema = Objects.requireNonNull(placed.schema());
        boolean exists =
                !jdbc().sql(TABLE).params(schema, name).query().listOfRows().isEmpty();
        if (exists) {
            grants.add("GRANT %s ON %s.%s TO %s;"
                    .formatted(privileges, HistoryTables.quoted(schema), HistoryTables.quoted(name), user));
        }
        return exists;
    }

    /** Only who owns a table can add a column or a trigger to it. */
    private List<String> ownership(HistoryTables placed) {
        List<String> statements = new ArrayList<>();
        for (String name : List.of(placed.revision(), placed.journal())) {
            jdbc().sql(TABLE).param(placed.schema()).param(name).query(row -> {
                if (!row.getBoolean("owned")) {
                    String table = HistoryTables.quoted(Objects.requireNonNull(placed.schema()))
                            + "."
                            + HistoryTables.quoted(name);
                    Sharing.valueOf(row.getString("sharing"))
                            .ownership("TABLE " + table, row.getString("owner"), session.actor())
                            .ifPresent(statements::add);
                }
            });
        }
        return statements.stream().distinct().toList();
    }

    private boolean isCurrent(String schema) {
        return jdbc().sql(IS_CURRENT)
                .param("revision", tables.revision())
                .param("journal", tables.journal())
                .param("schema", schema)
                .param("lacksNothing", !appendOnly)
                .param("trigger", AppendOnlyJournal.TRIGGER)
                .query(Boolean.class)
                .single();
    }

    private boolean is(String question, String name) {
        return jdbc().sql(question).param(name).query(Boolean.class).single();
    }

    private JdbcClient jdbc() {
        return session.jdbc();
    }
}
