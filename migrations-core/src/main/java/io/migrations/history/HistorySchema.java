/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds, or creates, the tables of the history. */
public final class HistorySchema {

    /**
     * The schemas of a session's search path, also those that it may not use: {@code n} of {@code pg_namespace}, in the order
     * of {@code p.number}.
     */
    public static final String SEARCH_PATH = """
            unnest(string_to_array(current_setting('search_path'), ',')) WITH ORDINALITY AS p (name, number)
              JOIN pg_namespace n ON n.nspname = replace(trim(BOTH '" ' FROM p.name), '$user', current_user)""";

    private static final String HIDDEN = """
            SELECT n.nspname FROM %s
              JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = ? AND c.relkind IN ('r', 'p')
             WHERE NOT has_schema_privilege(n.oid, 'USAGE') ORDER BY p.number LIMIT 1""".formatted(SEARCH_PATH);

    private final HistoryTables tables;

    public HistorySchema(HistoryTables tables) {
        this.tables = tables;
    }

    /**
     * Where the history is, as far as a session can tell.
     *
     * @param tables with their schema: the configured one, else where the session sees them, else the session's current
     *     schema; none where the session has no current schema
     * @param hidden the schema of the search path that has the table of the applied set and may not be used, so that the
     *     session does not see the table; none where it sees one, or there is none
     */
    public record Place(
            @Nullable HistoryTables tables, @Nullable String hidden) {}

    /** Finds it, with one query at most. */
    public Place resolve(JdbcClient jdbc) {
        if (tables.schema() != null) {
            return new Place(tables, null);
        }
        return jdbc.sql("SELECT %s AS seen, CASE WHEN to_regclass(?) IS NULL THEN (%s) END AS hidden"
                        .formatted(whereSeen("?"), HIDDEN))
                .params(tables.quotedRevision(), tables.quotedRevision(), tables.revision())
                .query((row, number) -> {
                    String schema = row.getString("seen");
                    return new Place(schema == null ? null : tables.in(schema), row.getString("hidden"));
                })
                .single();
    }

    /**
     * An expression for the schema in which the session sees the table of the applied set, else its current schema.
     *
     * @param revision an expression for the table's quoted name
     */
    public static String whereSeen(String revision) {
        return """
                coalesce(
                  (SELECT n.nspname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.oid = to_regclass(%s)),
                  current_schema())""".formatted(revision);
    }

    /** Whether both tables, given with their schema, exist. */
    public static boolean exists(JdbcClient jdbc, HistoryTables resolved) {
        return jdbc.sql("SELECT to_regclass(?) IS NOT NULL AND to_regclass(?) IS NOT NULL")
                .params(resolved.quotedRevision(), resolved.quotedJournal())
                .query(Boolean.class)
                .single();
    }

    /** Whether both tables, given with their schema, exist and have every column. */
    public static boolean isComplete(JdbcClient jdbc, HistoryTables resolved) {
        return jdbc.sql(completeness("?", "?"))
                .params(resolved.quotedRevision(), resolved.quotedRevision(), resolved.quotedJournal())
                .query(Boolean.class)
                .single();
    }

    /**
     * A query for whether both tables exist and have every column.
     *
     * @param revision an expression for the quoted name of the applied set's table
     * @param journal the same for the journal's
     */
    public static String completeness(String revision, String journal) {
        return """
                SELECT count(*) = 3
                  FROM (VALUES (to_regclass(%1$s), 'downgrade_checksum'),
                               (to_regclass(%1$s), 'downgrade_transactional'),
                               (to_regclass(%2$s), 'downgrade_checksum')) AS needed (relation, name)
                  JOIN pg_attribute a
                    ON a.attrelid = needed.relation AND a.attname = needed.name AND NOT a.attisdropped""".formatted(revision, journal);
    }

    /** Whether the table of repeatable scripts, given with its schema, exists. */
    public static boolean hasRepeatables(JdbcClient jdbc, HistoryTables resolved) {
        return jdbc.sql("SELECT to_regclass(?) IS NOT NULL")
                .param(resolved.quotedRepeatable())
                .query(Boolean.class)
                .single();
    }

    /** Creates the table of repeatable scripts, given with its schema, which exists. */
    public static void createRepeatables(JdbcClient jdbc, HistoryTables resolved) {
        jdbc.sql(repeatableStatement(resolved.quotedRepeatable())).update();
    }

    /**
     * What creates the table of repeatable scripts where it is missing.
     *
     * @param repeatable the table's quoted name
     */
    public static String repeatableStatement(String repeatable) {
        return """
                CREATE TABLE IF NOT EXISTS %s (
                  name       text PRIMARY KEY,
                  checksum   text,
                  text       text NOT NULL,
                  objects    text[] NOT NULL,
                  saved      jsonb NOT NULL,
                  applied_at timestamptz NOT NULL
                )""".formatted(repeatable);
    }

    /** Creates what is missing of the schema and the two tables, given with their schema. */
    public static void create(JdbcClient jdbc, HistoryTables resolved) {
        String schema = Objects.requireNonNull(resolved.schema());
        boolean schemaExists = jdbc.sql("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)")
                .param(schema)
                .query(Boolean.class)
                .single();
        if (!schemaExists) {
            // IF NOT EXISTS would ask for the right to create schemas even where there is nothing to create.
            jdbc.sql("CREATE SCHEMA " + HistoryTables.quoted(schema)).update();
        }
        statements(resolved.quotedRevision(), resolved.quotedJournal())
                .forEach(statement -> jdbc.sql(statement).update());
    }

    /**
     * What creates the two tables, or gives tables of an earlier version the columns they lack. Changes nothing where
     * there is nothing to change.
     *
     * @param revision the quoted name of the applied set's table
     * @param journal the quoted name of the journal's
     */
    public static List<String> statements(String revision, String journal) {
        return List.of(
                """
                CREATE TABLE IF NOT EXISTS %s (
                  revision                text PRIMARY KEY,
                  parents                 text[] NOT NULL,
                  dependencies            text[] NOT NULL,
                  labels                  text[] NOT NULL,
                  description             text NOT NULL,
                  kind                    text NOT NULL,
                  checksum                text NOT NULL,
                  upgrade_text            text NOT NULL,
                  downgrade_text          text,
                  downgrade_checksum      text,
                  downgrade_transactional boolean,
                  transactional           boolean NOT NULL,
                  applied_at              timestamptz NOT NULL
                )""".formatted(revision),
                """
                CREATE TABLE IF NOT EXISTS %s (
                  id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  run                 uuid NOT NULL,
                  attempt             uuid NOT NULL,
                  action              text NOT NULL,
                  revision            text NOT NULL,
                  description         text NOT NULL,
                  checksum            text NOT NULL,
                  outcome             text NOT NULL
                                      CHECK (outcome IN ('running', 'succeeded', 'failed', 'interrupted')),
                  started_at          timestamptz NOT NULL,
                  finished_at         timestamptz,
                  database_user       text NOT NULL,
                  os_user             text NOT NULL,
                  host                text NOT NULL,
                  application         text,
                  application_version text,
                  statements          integer NOT NULL,
                  completed_checksum  text,
                  failed_statement    text,
                  sqlstate            text,
                  message             text,
                  lock_wait_ms        bigint NOT NULL,
                  downgrade_checksum  text,
                  hash                text NOT NULL
                )""".formatted(journal),
                """
                ALTER TABLE %s
                  ADD COLUMN IF NOT EXISTS downgrade_checksum text,
                  ADD COLUMN IF NOT EXISTS downgrade_transactional boolean""".formatted(revision),
                "ALTER TABLE %s ADD COLUMN IF NOT EXISTS downgrade_checksum text".formatted(journal));
    }
}
