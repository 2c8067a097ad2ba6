/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.StatementWords.Name;
import java.util.Optional;
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

    /** A valid index of that name may be the next one on the search path, the other being gone. */
    @Override
    public Finding find(Aftermath aftermath) {
        if (index == null || !aftermath.died()) {
            return Finding.again();
        }
        Optional<Boolean> valid =
                aftermath.truth("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(?)", index.written());
        if (valid.isEmpty()) {
            return Finding.took();
        }
        boolean maybeAnother = valid.get()
                && !index.isQualified()
                && aftermath.finds("SELECT WHERE cardinality(current_schemas(false)) > 1");
        return maybeAnother ? Finding.untold() : Finding.again();
    }
}
