/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.StatementWords.Name;
import org.jspecify.annotations.Nullable;

/**
 * {@code DROP INDEX CONCURRENTLY}. One that stops half-way leaves the index invalid, and dropping it again completes that.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-dropindex.html">DROP INDEX</a>
 */
record UnfinishedIndexDrop(@Nullable Name index) implements UnfinishedStatement {

    static UnfinishedIndexDrop of(StatementWords words) {
        return new UnfinishedIndexDrop(
                words.name(words.after("concurrently", 0)).orElse(null));
    }

    @Override
    public Finding find(Aftermath aftermath) {
        return Finding.of(index != null
                && aftermath.died()
                && !aftermath.finds("SELECT FROM pg_index WHERE indexrelid = to_regclass(?)", index.written()));
    }
}
