/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.StatementWords.Name;
import io.migrations.sql.Literals;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code CREATE INDEX CONCURRENTLY}. One that stops half-way leaves an invalid index, which is dropped before the next
 * attempt. An index of that name on another table, or one that was there before, is left to the server to complain about.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
record UnfinishedIndexBuild(@Nullable Name index, @Nullable Name table) implements UnfinishedStatement {

    static UnfinishedIndexBuild of(StatementWords words) {
        int concurrently = words.after("concurrently", 0);
        boolean nameless = words.is(concurrently, "on");
        int on = words.after("on", concurrently);
        return on == 0 || nameless
                ? new UnfinishedIndexBuild(null, null)
                : new UnfinishedIndexBuild(
                        words.name(concurrently).orElse(null), words.name(on).orElse(null));
    }

    @Override
    public Finding find(Aftermath aftermath) {
        if (index == null || table == null) {
            return Finding.again();
        }
        String which = which(index, table);
        List<String> leftovers = InvalidIndexes.leftBy(aftermath, which);
        return leftovers.isEmpty()
                ? Finding.of(aftermath.finds("SELECT FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE "
                        + which + " AND i.indisvalid AND " + aftermath.isInDoubt("c.xmin")))
                : Finding.againAfter(leftovers);
    }

    /** A query for the name of the index that was to be built, if it is invalid; none where the server chooses its name. */
    Optional<String> invalid() {
        return index == null || table == null ? Optional.empty() : Optional.of("""
                        SELECT i.indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                         WHERE %s AND NOT (i.indisvalid AND i.indisready)""".formatted(which(index, table)));
    }

    private static String which(Name index, Name table) {
        return "c.relname = %s AND i.indrelid = to_regclass(%s)"
                .formatted(Literals.text(index.plain()), Literals.text(table.written()));
    }
}
