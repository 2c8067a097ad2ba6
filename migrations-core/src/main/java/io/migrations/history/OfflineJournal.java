/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

/**
 * The journal for scripts that run without this library: one SQL statement that appends a row and computes what the
 * library would, the hash above all. {@link JournalHash} says what is hashed; a row written here is accepted there.
 */
public final class OfflineJournal {

    /** The columns of {@code attempt}, in their order. */
    public static final String ATTEMPT =
            "action, revision, description, checksum, outcome, statements, completed_checksum, message,"
                    + " downgrade_checksum";

    private OfflineJournal() {}

    /**
     * What goes after {@code WITH attempt (...) AS (...)} to append a row to the journal. A row that follows one of the
     * same attempt, still running, belongs to it; any other begins where its transaction, or the row before it in the
     * same run, left off.
     *
     * @param journal the journal's quoted name
     * @param run an expression for the run's id
     * @param application an expression for the application's name
     * @param applicationVersion an expression for its version
     */
    public static String append(String journal, String run, String application, String applicationVersion) {
        return """
                , last AS MATERIALIZED (
                  SELECT run, attempt, action, revision, outcome, started_at, finished_at, hash
                    FROM %1$s ORDER BY id DESC LIMIT 1
                ), entry AS MATERIALIZED (
                  SELECT %2$s AS run,
                         CASE WHEN goes_on THEN last.attempt ELSE gen_random_uuid() END AS attempt,
                         a.action, a.revision, a.description, a.checksum, a.outcome,
                         CASE WHEN goes_on THEN last.started_at
                              ELSE greatest(now(), CASE WHEN last.run = %2$s THEN last.finished_at END)
                         END AS started_at,
                         CASE WHEN a.outcome <> 'running' THEN clock_timestamp() END AS finished_at,
                         session_user::text AS database_user,
                         'unknown'::text AS os_user,
                         coalesce(host(inet_client_addr()), '[local]') AS host,
                         %3$s AS application,
                         %4$s AS application_version,
                         a.statements, a.completed_checksum, a.message, 0::bigint AS lock_wait_ms, a.downgrade_checksum,
                         coalesce(last.hash, '') AS previous
                    FROM attempt AS a
                    LEFT JOIN last ON true
                   CROSS JOIN LATERAL (
                         SELECT last.outcome IS NOT DISTINCT FROM 'running' AND last.run = %2$s
                                AND last.revision = a.revision AND last.action = a.action) AS which (goes_on)
                )
                INSERT INTO %1$s (
                  run, attempt, action, revision, description, checksum, outcome, started_at, finished_at,
                  database_user, os_user, host, application, application_version, statements, completed_checksum,
                  message, lock_wait_ms, downgrade_checksum, hash)
                SELECT run, attempt, action, revision, description, checksum, outcome, started_at, finished_at,
                       database_user, os_user, host, application, application_version, statements, completed_checksum,
                       message, lock_wait_ms, downgrade_checksum,
                       (SELECT encode(sha256(string_agg(
                                 coalesce(int4send(octet_length(bytes)) || bytes, int4send(-1)), ''::bytea
                                 ORDER BY place)), 'hex')
                          FROM unnest(
                                 ARRAY[previous, run::text, attempt::text, action, revision, description, checksum,
                                       outcome, %5$s, %6$s,
                                       database_user, os_user, host, application, application_version,
                                       statements::text, completed_checksum, NULL, NULL, message, lock_wait_ms::text]
                                 || CASE WHEN downgrade_checksum IS NOT NULL THEN ARRAY[downgrade_checksum] END
                               ) WITH ORDINALITY AS fields (field, place)
                         CROSS JOIN LATERAL convert_to(field, 'UTF8') AS bytes)
                  FROM entry""".formatted(
                        journal, run, application, applicationVersion, instant("started_at"), instant("finished_at"));
    }

    /** As {@link java.time.Instant#toString()} writes it: no fraction where there is none, else three or six digits. */
    private static String instant(String column) {
        return "regexp_replace(to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US'), '([.]000000|000)$', '') || 'Z'"
                .formatted(column);
    }
}
