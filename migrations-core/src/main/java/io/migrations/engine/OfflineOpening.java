/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.history.HistorySchema;
import io.migrations.history.HistoryTables;
import io.migrations.history.OfflineJournal;
import io.migrations.sql.Literals;

/**
 * How a script begins: psql and the session are readied, the migration lock is taken, the history's tables are made
 * where they are missing, and a database that is not where the script starts from is refused.
 *
 * <p>What it finds out is kept in variables of psql, which no revision can reach: {@code :applied_set}, {@code
 * :journal} and {@code :repeatable} are the tables' names, {@code :append_to_journal} is the end of a statement, and {@code :'restore'} the body
 * of a {@code DO}.
 */
final class OfflineOpening {

    private final MigratorSettings settings;
    private final boolean copiesCsv;
    private final boolean runsRepeatables;

    /**
     * An opening.
     *
     * @param copiesCsv whether a revision copies rows in CSV
     * @param runsRepeatables whether the table of repeatable scripts is needed
     */
    OfflineOpening(MigratorSettings settings, boolean copiesCsv, boolean runsRepeatables) {
        this.settings = settings;
        this.copiesCsv = copiesCsv;
        this.runsRepeatables = runsRepeatables;
    }

    /** Appends it, for a script that begins there. */
    void append(StringBuilder out, OfflineStart start) {
        readySession(out);
        takeOnRole(out);
        if (copiesCsv) {
            requirePsqlForCsv(out);
        }
        nameTables(out);
        rememberSession(out);
        takeLock(out);
        // What is there already is no news to whoever runs this.
        out.append("\nBEGIN;\nSET LOCAL client_min_messages = warning;\n");
        // Whoever reads the tables queues behind the wait for them.
        out.append("SET LOCAL lock_timeout = '%dms';\n"
                .formatted(settings.statementLockTimeout().toMillis()));
        new OfflineTables(settings, runsRepeatables).append(out);
        new OfflineGuard(start).append(out);
        out.append("COMMIT;\n");
        defineJournal(out);
    }

    private static void readySession(StringBuilder out) {
        out.append("""

                \\set ON_ERROR_STOP on
                \\set ON_ERROR_ROLLBACK off
                \\set AUTOCOMMIT on
                \\set FETCH_COUNT 0
                \\set QUIET on
                \\encoding UTF8
                SET standard_conforming_strings = on;
                SET lock_timeout = 0;
                SET default_transaction_isolation = 'read committed';

                -- What ends this script where it may not go on.
                \\set refusal 'BEGIN RAISE EXCEPTION USING MESSAGE = %L, HINT = %L; END'
                """);
    }

    private void takeOnRole(StringBuilder out) {
        String role = settings.role();
        if (role != null) {
            out.append("SET ROLE ").append(HistoryTables.quoted(role)).append(";\n");
        }
    }

    /** An older psql sends the line that ends the rows, too, and to a newer server that is one more row. */
    private static void requirePsqlForCsv(StringBuilder out) {
        out.append("""
                SELECT CASE WHEN :SERVER_VERSION_NUM >= 180000 AND :VERSION_NUM < 180000
                            THEN format(:'refusal', 'This script copies rows in CSV, which psql before 18 cannot do with '
                                   || 'PostgreSQL 18 or later.', 'Nothing was changed. Run it with psql 18 or later.')
                            ELSE 'BEGIN END'
                       END AS check \\gset
                DO :'check';
                """);
    }

    private void nameTables(StringBuilder out) {
        HistoryTables tables = settings.tables();
        String schema = tables.schema() == null
                ? HistorySchema.whereSeen(Literals.text(tables.quotedRevision()))
                : Literals.text(tables.schema());
        out.append("\n-- Where the history is kept, and the key of the lock that guards it.\n");
        out.append("SELECT schema, applied_set, journal, repeatable, gen_random_uuid() AS run,\n");
        out.append("       current_setting('application_name') AS program,\n");
        out.append("       ('x' || left(encode(sha256(convert_to(")
                .append(Literals.text(MigrationLock.NAME_OF))
                .append(" || applied_set, 'UTF8')), 'hex'), 16))::bit(64)::bigint AS lock,\n");
        out.append("""
                       CASE WHEN current_setting('server_version_num')::int < 140000
                            THEN format(:'refusal', 'This script needs PostgreSQL 14 or later.', 'Nothing was changed.')
                            WHEN schema IS NULL
                            THEN format(:'refusal', 'The session has no schema to keep the history in.',
                                        'Nothing was changed. Set the search_path of the user that runs this script.')
                            ELSE 'BEGIN END'
                       END AS check
                """);
        out.append("  FROM (SELECT ").append(schema).append("::text) AS place (schema)\n");
        out.append(" CROSS JOIN LATERAL (SELECT ")
                .append("'\"' || replace(schema, '\"', '\"\"') || '\".' || ")
                .append(Literals.text(HistoryTables.quoted(tables.revision())))
                .append(",\n                              ")
                .append("'\"' || replace(schema, '\"', '\"\"') || '\".' || ")
                .append(Literals.text(HistoryTables.quoted(tables.journal())))
                .append(",\n                              ")
                .append("'\"' || replace(schema, '\"', '\"\"') || '\".' || ")
                .append(Literals.text(HistoryTables.quoted(tables.repeatable())))
                .append(") AS names (applied_set, journal, repeatable) \\gset\n");
        out.append("DO :'check';\n");
    }

    /** Like {@link SessionState}, which does it for the engine. */
    private static void rememberSession(StringBuilder out) {
        out.append("""

                -- What sets the session back to how it is now, whatever a revision does to it.
                SELECT current_setting('role') AS role,
                       format('BEGIN RESET SESSION AUTHORIZATION;
                  IF session_user <> %1$L THEN PERFORM set_config(''session_authorization'', %1$L, false); END IF;
                  SET ROLE NONE;
                  RESET ALL;%2$s
                  PERFORM set_config(''role'', %3$L, false);%4$s
                END', session_user,
                         (SELECT string_agg(format('
                  PERFORM set_config(%L, %L, false);', name, setting), '')
                            FROM pg_settings
                           WHERE source = 'session' AND context IN ('user', 'superuser') AND name !~ '^transaction_'),
                         current_setting('role'),
                         CASE WHEN NOT EXISTS (SELECT FROM pg_class WHERE relnamespace = pg_my_temp_schema()) THEN '
                  DISCARD TEMP;' END) AS restore \\gset
                """);
    }

    private static void takeLock(StringBuilder out) {
        out.append("""

                -- The migration lock: nobody else changes this history until this session ends.
                SELECT CASE WHEN pg_try_advisory_lock(:lock) THEN 'BEGIN END'
                            ELSE format(:'refusal',
                                   'Another session is migrating this database: ' || coalesce((
                                     SELECT format('process %s (%s) of user %s', a.pid, a.application_name, a.usename)
                                       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
                                      WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
                                        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
                                        AND ((l.classid::bigint << 32) | l.objid::bigint) = :lock
                                      LIMIT 1), 'unknown') || '.',
                                   'Nothing was changed. Run this script again when that session is done.')
                       END AS check,
                       format('BEGIN
                  IF NOT EXISTS (SELECT FROM pg_locks
                                  WHERE locktype = ''advisory'' AND granted AND objsubid = 1 AND pid = pg_backend_pid()
                                    AND ((classid::bigint << 32) | objid::bigint) = %s) THEN
                    RAISE EXCEPTION ''This session does not hold the migration lock any more.''
                      USING HINT = ''A revision gave it away, or a pooler hands out another session for each transaction.'';
                  END IF;
                END', :lock) AS require_lock \\gset
                DO :'check';
                """);
    }

    private void defineJournal(StringBuilder out) {
        String application = settings.application();
        String appended = OfflineJournal.append(
                ":journal",
                ":'run'::uuid",
                application == null ? ":'program'" : Literals.text(application + " (") + " || :'program' || ')'",
                Literals.text(settings.applicationVersion()) + "::text");
        out.append(
                "\n-- Appends to the journal what is given to it as 'attempt', chained by its hash to the row before.\n");
        out.append("SELECT ").append(Literals.verbatim(appended, "journal")).append(" AS append_to_journal \\gset\n");
    }
}
