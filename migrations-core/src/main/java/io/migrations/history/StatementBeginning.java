/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.history;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When a statement outside a transaction was first about to run, as the journal has it: in transaction ids, so that what
 * the catalog holds can be told to be older or newer.
 *
 * @param attempted the transaction of the first row that said so since the revision was last done
 * @param doubted the same since an attempt last ended with the server's answer; none where none has begun since
 * @param sameText whether all attempts since then had the text that it has now
 */
public record StatementBeginning(
        @Nullable String attempted, @Nullable String doubted, boolean sameText) {

    /**
     * Reads it.
     *
     * @param index the statement's, counted from 0
     * @param checksum of the script as it is now
     */
    public static StatementBeginning read(
            JdbcClient jdbc, HistoryTables tables, String revision, String action, int index, String checksum) {
        return jdbc.sql("""
                        SELECT (array_agg(began.xmin::text ORDER BY began.id))[1],
                               (array_agg(began.xmin::text ORDER BY began.id) FILTER (WHERE began.id > ended.failed))[1],
                               coalesce(bool_and(began.checksum = ?) FILTER (WHERE began.id > ended.failed), true)
                          FROM (SELECT coalesce(max(id) FILTER (WHERE outcome = 'succeeded'), 0) AS done,
                                       coalesce(max(id) FILTER (WHERE outcome = 'failed'), 0) AS failed
                                  FROM %1$s WHERE revision = ? AND action <> 'repeat') AS ended
                          JOIN %1$s AS began ON began.id > ended.done
                         WHERE began.revision = ? AND began.action = ? AND began.statements = ?
                           AND began.outcome = 'running'""".formatted(tables.quotedJournal()))
                .params(checksum, revision, revision, action, index)
                .query((row, number) -> new StatementBeginning(row.getString(1), row.getString(2), row.getBoolean(3)))
                .single();
    }
}
