/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.sql.Identifiers;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Keeps the number of templates small. Of an application there stay the newest few, for those who go to and fro between
 * branches; of one whose database is gone there stays none, and nothing of what was never finished.
 */
final class OldTemplates {

    /** How many there are of an application. */
    static final int KEPT = 4;

    private static final Logger logger = LoggerFactory.getLogger(OldTemplates.class);

    private record Old(TemplateName name, long oid, boolean ready, boolean orphan) {}

    private OldTemplates() {}

    /** Drops what is too much, but nothing that anybody uses or makes. */
    static void drop(DataSource application, TemplateName current) {
        List<Old> all;
        try (ScratchSession session = ScratchSession.open(application)) {
            all = all(session);
            // Nobody can have a lock in a database that is gone.
            all.stream().filter(Old::orphan).forEach(old -> drop(session, old.name()));
        }
        List<Old> others = all.stream()
                .filter(old -> !old.orphan() && old.name().isOfSameApplication(current))
                .filter(old -> !old.name().equals(current))
                .sorted(Comparator.comparingLong(Old::oid).reversed())
                .toList();
        others.stream().filter(old -> !old.ready()).forEach(old -> dropUnlessUsed(application, old.name()));
        others.stream().filter(Old::ready).skip(KEPT - 1).forEach(old -> dropUnlessUsed(application, old.name()));
    }

    private static List<Old> all(ScratchSession session) {
        return session.jdbc()
                .sql("""
                        SELECT datname, oid::bigint, datistemplate AND NOT datallowconn,
                               NOT EXISTS (SELECT FROM pg_database d
                                            WHERE lpad(to_hex(d.oid::bigint), 8, '0') = split_part(t.datname, '_', 3))
                          FROM pg_database t
                         WHERE datname ~ ? AND pg_has_role(datdba, 'MEMBER')""")
                .param(TemplateName.PATTERN)
                .query((row, number) -> new Old(
                        TemplateName.parse(row.getString(1)), row.getLong(2), row.getBoolean(3), row.getBoolean(4)))
                .list();
    }

    private static void dropUnlessUsed(DataSource application, TemplateName name) {
        try (ScratchSession holder = ScratchSession.open(application)) {
            if (holder.hold(name.useLock())) {
                try (ScratchSession session = ScratchSession.open(application)) {
                    drop(session, name);
                }
            }
        }
    }

    private static void drop(ScratchSession session, TemplateName name) {
        try {
            DatabaseOwner.asOwner(
                    session,
                    name.text(),
                    () -> session.execute(
                            "ALTER DATABASE %s WITH IS_TEMPLATE false".formatted(Identifiers.quoted(name.text()))));
            DatabaseRemoval.drop(session, name.text());
            logger.info("Dropped database '{}', a template that is out of use", name.text());
        } catch (DataAccessException exception) {
            // Another process may be doing just this; the next one that makes a template tries again.
            logger.debug("Database '{}' could not be dropped", name.text(), exception);
        }
    }
}
