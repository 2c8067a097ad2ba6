/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.StatementWords.Name;
import java.util.Optional;

/**
 * {@code ALTER TABLE ... DETACH PARTITION ... CONCURRENTLY}. One that stops half-way leaves the detach pending, which only
 * {@code FINALIZE} completes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-DETACH-PARTITION">DETACH
 *     PARTITION</a>
 */
record UnfinishedDetach(Name parent, Name partition) implements UnfinishedStatement {

    /** Other kinds of {@code ALTER} that refuse transactions may run twice. */
    static UnfinishedStatement of(StatementWords words) {
        int detach = words.is(1, "table") ? words.after("detach", 2) : 0;
        Optional<Name> parent = words.name(2);
        Optional<Name> partition = words.name(detach + 1);
        return detach > 0 && parent.isPresent() && partition.isPresent()
                ? new UnfinishedDetach(parent.get(), partition.get())
                : new UnfinishedRepeat();
    }

    @Override
    public Finding find(Aftermath aftermath) {
        Optional<Boolean> pending = aftermath.truth(
                "SELECT inhdetachpending FROM pg_inherits WHERE inhparent = to_regclass(?) AND inhrelid = to_regclass(?)",
                parent.written(),
                partition.written());
        if (pending.orElse(false)) {
            return Finding.tookWith(
                    "ALTER TABLE %s DETACH PARTITION %s FINALIZE".formatted(parent.written(), partition.written()));
        }
        return Finding.of(aftermath.died()
                && pending.isEmpty()
                && aftermath.finds(
                        "SELECT FROM pg_class WHERE oid = to_regclass(?) AND NOT relispartition", partition.written()));
    }
}
