/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.engine.StatementWords.Name;
import java.util.List;
import java.util.Optional;

/**
 * {@code ALTER SUBSCRIPTION ... ADD} or {@code DROP PUBLICATION}, which takes effect as a whole.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altersubscription.html">ALTER SUBSCRIPTION</a>
 */
record UnfinishedPublication(Name subscription, boolean adds, List<String> publications)
        implements UnfinishedStatement {

    UnfinishedPublication {
        publications = List.copyOf(publications);
    }

    /** Other kinds of {@code ALTER SUBSCRIPTION} may run twice. */
    static UnfinishedStatement of(StatementWords words) {
        Optional<Name> subscription = words.name(2);
        return words.is(3, "add", "drop") && words.is(4, "publication") && subscription.isPresent()
                ? new UnfinishedPublication(subscription.get(), words.is(3, "add"), words.names(5))
                : new UnfinishedRepeat();
    }

    @Override
    public Finding find(Aftermath aftermath) {
        String condition = adds ? "subpublications @> ?::text[]" : "NOT subpublications && ?::text[]";
        return Finding.of(aftermath.died()
                && aftermath.finds(
                        "SELECT FROM pg_subscription WHERE subname = ? AND subdbid = (SELECT oid FROM pg_database WHERE"
                                + " datname = current_database()) AND " + condition,
                        subscription.plain(),
                        publications.toArray(String[]::new)));
    }
}
