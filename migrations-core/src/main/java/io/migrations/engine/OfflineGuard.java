/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.sql.Literals;

/**
 * Refuses a database that does not record exactly the revisions a script starts from, has one half done, or ran another
 * script of one than this build has.
 */
final class OfflineGuard {

    private final OfflineStart start;

    OfflineGuard(OfflineStart start) {
        this.start = start;
    }

    void append(StringBuilder out) {
        out.append("\n-- The revisions that have to be recorded, no more and no less, and none of them half done;\n")
                .append("-- and the checksums of those whose scripts have to be the ones that ran.\n")
                .append("WITH expected AS (SELECT unnest(")
                .append(Literals.array(start.expected()))
                .append(") AS revision),\n     scripts AS (SELECT * FROM unnest(")
                .append(Literals.array(start.checksums().keySet()))
                .append(",\n       ")
                .append(Literals.array(start.checksums().values()))
                .append(") AS script (revision, checksum)),\n");
        out.append("""
                     found AS (SELECT revision FROM :applied_set),
                     heads AS (SELECT revision FROM :applied_set
                               EXCEPT SELECT unnest(parents || dependencies) FROM :applied_set),
                     half_done AS (
                       SELECT revision, action
                         FROM (SELECT DISTINCT ON (revision) revision, action, outcome, statements
                                 FROM :journal WHERE action <> 'repeat' ORDER BY revision, id DESC) AS newest
                        WHERE outcome = 'running' OR (outcome <> 'succeeded' AND statements > 0)),
                     lacking AS (TABLE expected EXCEPT TABLE found ORDER BY 1 LIMIT 10),
                     besides AS (TABLE found EXCEPT TABLE expected ORDER BY 1 LIMIT 10),
                     edited AS (
                       SELECT revision
                         FROM scripts JOIN :applied_set AS applied USING (revision)
                        WHERE scripts.checksum <> applied.checksum ORDER BY revision LIMIT 10)
                SELECT CASE WHEN EXISTS (TABLE half_done)
                            THEN format(:'refusal',
                                   (SELECT format('The %s of revision %s stopped half-way.', action, quote_literal(revision))
                                      FROM half_done LIMIT 1),
                                   'Nothing was changed. Let the application finish it: start it, or run its command '
                                   || 'migrations upgrade or downgrade.')
                            WHEN EXISTS (TABLE lacking) OR EXISTS (TABLE besides)
                            THEN format(:'refusal',
                """);
        out.append("                   'This script starts from ' || ")
                .append(Literals.text(PsqlText.heads(start.heads())))
                .append(" || ', but the database is at '\n");
        out.append("""
                                   || coalesce((SELECT string_agg(revision, ', ' ORDER BY revision) FROM heads), 'base')
                                   || coalesce('; it lacks ' || (SELECT string_agg(revision, ', ' ORDER BY revision) FROM lacking), '')
                                   || coalesce('; it also has ' || (SELECT string_agg(revision, ', ' ORDER BY revision) FROM besides), '')
                                   || '.',
                                   'Nothing was changed. Have a script written for where the database is: FROM:TO.')
                            WHEN EXISTS (TABLE edited)
                            THEN format(:'refusal',
                                   (SELECT string_agg(format('The script of revision %s was edited after it was applied.',
                                                             quote_literal(revision)), ' ' ORDER BY revision) FROM edited),
                                   'Nothing was changed. See what differs and accept it with migrations repair first, '
                                   || 'or put the script back and have this one written again.')
                            ELSE 'BEGIN END'
                       END AS check \\gset
                DO :'check';
                """);
    }
}
