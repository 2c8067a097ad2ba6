/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.sql.Identifiers;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** Takes databases away that were made for a use that is over. */
final class DatabaseRemoval {

    private static final Logger logger = LoggerFactory.getLogger(DatabaseRemoval.class);

    private DatabaseRemoval() {}

    /** Takes away what processes have left that died. */
    static void dropAbandoned(ScratchSession session) {
        List<String> ours = session.jdbc()
                .sql("SELECT datname FROM pg_database WHERE datname ~ ? AND pg_has_role(datdba, 'MEMBER')")
                .param(TemporaryName.PATTERN)
                .query(String.class)
                .list();
        if (ours.isEmpty()) {
            return;
        }
        // Looked up after the names: whoever made one of these had the lock before it was there.
        Set<String> held =
                new HashSet<>(session.jdbc().sql("""
                        SELECT lpad(to_hex((classid::bigint << 32) | objid::bigint), 16, '0')
                          FROM pg_locks
                         WHERE locktype = 'advisory' AND granted AND objsubid = 1""").query(String.class).list());
        for (String name : ours) {
            if (!held.contains(TemporaryName.parse(name).lock())) {
                logger.info("Dropping database '{}', whose process has died", name);
                drop(session, name);
            }
        }
    }

    static void drop(ScratchSession session, String name) {
        String statement = "DROP DATABASE IF EXISTS " + Identifiers.quoted(name);
        try {
            try {
                DatabaseOwner.asOwner(session, name, () -> session.execute(statement + " WITH (FORCE)"));
            } catch (DataAccessException exception) {
                // Who may not end the server's own vacuum must wait for it, which the server does by itself without
                // FORCE.
                DatabaseOwner.asOwner(session, name, () -> session.execute(statement));
            }
        } catch (DataAccessException exception) {
            // Another process may be doing just this.
            logger.warn(
                    "Database '{}' could not be dropped: {}",
                    name,
                    exception.getMostSpecificCause().getMessage());
        }
    }
}
