/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.history.HistoryTables;
import io.migrations.sql.Literals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A scratch database that somebody has made for it. While it is in use its comment says so; where it still does and nobody
 * holds the lock, everything in it is left over.
 */
final class GivenDatabase implements ScratchDatabase {

    private static final Logger logger = LoggerFactory.getLogger(GivenDatabase.class);
    private static final long KEY = 0x6d69_6772_6174_6573L;
    private static final String MARK = "Scratch work of migrations goes on here. ";
    private static final long BETWEEN_LOOKS = 200;

    private final DataSource dataSource;
    private final DataSource work;
    private final String name;
    private final ScratchSession holder;
    private final String comment;

    private GivenDatabase(
            DataSource dataSource, boolean serverWide, String name, ScratchSession holder, String comment) {
        this.dataSource = dataSource;
        this.work = ConfinedDataSource.unless(serverWide, dataSource);
        this.name = name;
        this.holder = holder;
        this.comment = comment;
    }

    static GivenDatabase open(
            DataSource dataSource,
            boolean serverWide,
            @Nullable DataSource application,
            @Nullable String role,
            Duration patience) {
        requireApart(dataSource, application);
        ScratchSession holder = ScratchSession.open(dataSource);
        try (ScratchSession session = ScratchSession.open(dataSource)) {
            String name = session.database();
            await(holder, name, patience);
            String comment = session.jdbc()
                    .sql(
                            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = current_database()")
                    .query((row, number) -> String.valueOf(row.getString(1)))
                    .single();
            boolean leftOver = comment.startsWith(MARK);
            String own = leftOver ? comment.substring(MARK.length()) : comment;
            var content = new DatabaseContent(session);
            content.requireMayClear(name);
            if (leftOver) {
                if (isUsedByOthers(session)) {
                    throw new ScratchNotEmptyException(name, content.objects());
                }
                logger.info("Clearing scratch database '{}', whose process has died", name);
                content.clear();
            }
            content.requireNothing(name);
            var given = new GivenDatabase(dataSource, serverWide, name, holder, own);
            given.comment(session, MARK + own);
            if (role != null) {
                session.execute("GRANT CREATE ON DATABASE %s TO %s"
                        .formatted(HistoryTables.quoted(name), HistoryTables.quoted(role)));
                session.execute("GRANT ALL ON SCHEMA public TO " + HistoryTables.quoted(role));
            }
            return given;
        } catch (RuntimeException exception) {
            try (holder) {
                throw exception;
            }
        }
    }

    /** What a process left that died is nobody's; a database that others are connected to has become theirs. */
    private static boolean isUsedByOthers(ScratchSession session) {
        return session.jdbc().sql("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                        WHERE datname = current_database() AND usesysid IS NOT NULL
                                          AND coalesce(backend_type, 'client backend') = 'client backend'
                                          AND application_name <> current_setting('application_name'))""").query(Boolean.class).single();
    }

    /** Asked of both from inside, before anything else: a url may have many spellings. */
    private static void requireApart(DataSource dataSource, @Nullable DataSource application) {
        if (application == null) {
            return;
        }
        Optional<DatabaseIdentity> own = DatabaseIdentity.find(application);
        Optional<DatabaseIdentity> given = DatabaseIdentity.find(dataSource);
        if (own.isPresent() && own.equals(given)) {
            throw new ScratchMisledException(
                    "migrations.scratch.url",
                    own.get().name(),
                    "That is the database to migrate: let 'migrations.scratch.url' name another one, which is empty.");
        }
    }

    private static void await(ScratchSession holder, String name, Duration patience) {
        long start = System.nanoTime();
        while (!holder.hold(KEY)) {
            if (System.nanoTime() - start >= patience.toNanos()) {
                throw new ScratchInUseException(name, patience);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                throw new ScratchInUseException(name, Duration.ofNanos(System.nanoTime() - start));
            }
        }
    }

    private void comment(ScratchSession session, String text) {
        session.execute("COMMENT ON DATABASE %s IS %s"
                .formatted(HistoryTables.quoted(name), text.equals("null") ? "NULL" : Literals.text(text)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public DataSource dataSource() {
        return work;
    }

    @Override
    public void clear() {
        try (ScratchSession session = ScratchSession.open(dataSource)) {
            var content = new DatabaseContent(session);
            content.clear();
            List<String> left = content.objects();
            if (!left.isEmpty()) {
                throw new ScratchNotEmptyException(name, left);
            }
        }
    }

    @Override
    public void close() {
        try (holder;
                ScratchSession session = ScratchSession.open(dataSource)) {
            clear();
            comment(session, comment);
        } catch (DataAccessException | ScratchNotEmptyException exception) {
            logger.warn("Scratch database '{}' could not be cleared; the next use does it", name, exception);
        }
    }
}
