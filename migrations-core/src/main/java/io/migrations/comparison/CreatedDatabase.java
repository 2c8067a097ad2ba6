/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.sql.Identifiers;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A scratch database that is made for one use. Its name says which advisory lock a living user of it holds, from before it
 * is made until after it is dropped: a database with such a name that nobody holds the lock of is left over.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createdatabase.html">CREATE DATABASE</a>
 */
final class CreatedDatabase implements ScratchDatabase {

    private static final Logger logger = LoggerFactory.getLogger(CreatedDatabase.class);
    private static final String PREFIX = "migrations_scratch_";

    private final DataSource application;
    private final DataSource dataSource;
    private final String name;
    private final @Nullable String role;
    private final ScratchSession holder;

    private CreatedDatabase(
            DataSource application, DataSource dataSource, String name, @Nullable String role, ScratchSession holder) {
        this.application = application;
        this.dataSource = dataSource;
        this.name = name;
        this.role = role;
        this.holder = holder;
    }

    static CreatedDatabase open(DataSource application, Function<String, DataSource> databases, @Nullable String role) {
        ScratchSession holder = ScratchSession.open(application);
        try {
            String name;
            long key;
            do {
                key = ThreadLocalRandom.current().nextLong();
                name = PREFIX + HexFormat.of().toHexDigits(key);
            } while (!holder.hold(key));
            var created = new CreatedDatabase(
                    application, new ProvenDataSource(databases.apply(name), name), name, role, holder);
            try (ScratchSession session = ScratchSession.open(application)) {
                dropAbandoned(session);
                created.create(session);
            }
            return created;
        } catch (RuntimeException exception) {
            try (holder) {
                throw exception;
            }
        }
    }

    /** Takes away what processes have left that died. */
    private static void dropAbandoned(ScratchSession session) {
        List<String> ours = session.jdbc()
                .sql("SELECT datname FROM pg_database WHERE datname ~ ? AND pg_has_role(datdba, 'MEMBER')")
                .param("^" + PREFIX + "[0-9a-f]{16}$")
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
            if (!held.contains(name.substring(PREFIX.length()))) {
                logger.info("Dropping scratch database '{}', whose process has died", name);
                drop(session, name);
            }
        }
    }

    private void create(ScratchSession session) {
        var owner = DatabaseOwner.of(session, role);
        owner.requireMayCreate();
        String statement = "CREATE DATABASE %s %s".formatted(name, DatabaseTraits.creation(session.jdbc()));
        owner.create(statement);
        DatabaseTraits.settings(session.jdbc(), name).forEach(setting -> {
            try {
                session.execute(setting);
            } catch (DataAccessException exception) {
                logger.debug(
                        "The scratch database goes without a setting of the application's: {}", setting, exception);
            }
        });
        owner.giveBack();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DataSource dataSource() {
        return dataSource;
    }

    @Override
    public void clear() {
        try (ScratchSession session = ScratchSession.open(application)) {
            drop(session, name);
            create(session);
        }
    }

    @Override
    public void close() {
        try (holder;
                ScratchSession session = ScratchSession.open(application)) {
            drop(session, name);
        } catch (DataAccessException exception) {
            logger.warn(
                    "Scratch database '{}' could not be dropped; the next use does it: {}",
                    name,
                    exception.getMostSpecificCause().getMessage());
        }
    }

    private static void drop(ScratchSession session, String name) {
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
                    "Scratch database '{}' could not be dropped: {}",
                    name,
                    exception.getMostSpecificCause().getMessage());
        }
    }
}
