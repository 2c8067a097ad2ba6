/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the invalid indexes that an unfinished attempt left, and how to drop them. Never one that anything can use. */
final class InvalidIndexes {

    private static final Logger logger = LoggerFactory.getLogger(InvalidIndexes.class);

    private record Leftover(String name, boolean underway) {}

    private InvalidIndexes() {}

    /**
     * Statements that drop what an attempt left.
     *
     * @param which a condition on {@code pg_class c} and {@code pg_index i}
     * @throws IndexUnderwayException where another session builds one at this moment
     */
    static List<String> leftBy(Aftermath aftermath, String which) {
        List<Leftover> leftovers = aftermath
                .jdbc()
                .sql("""
                        SELECT format('%%I.%%I', n.nspname, c.relname),
                               EXISTS (SELECT FROM pg_locks l JOIN pg_stat_progress_create_index p USING (pid)
                                        WHERE l.relation = i.indrelid AND l.granted AND l.mode = 'ShareUpdateExclusiveLock'
                                          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database()))
                          FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                          JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE NOT (i.indisvalid AND i.indisready) AND (%s) AND %s
                         ORDER BY c.oid""".formatted(which, aftermath.isOfAnAttempt("c.xmin")))
                .query((row, number) -> new Leftover(row.getString(1), row.getBoolean(2)))
                .list();
        return leftovers.stream()
                .map(leftover -> {
                    if (leftover.underway()) {
                        throw new IndexUnderwayException(leftover.name());
                    }
                    logger.info("The index {} is invalid: an unfinished attempt left it", leftover.name());
                    return "DROP INDEX CONCURRENTLY IF EXISTS " + leftover.name();
                })
                .toList();
    }
}
