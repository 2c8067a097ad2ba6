/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import io.migrations.sql.Identifiers;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A database that migrations have run in once, to be copied. Several processes may want it at once, and each may die at any
 * time:
 *
 * <ol>
 *   <li>Who wants it takes part in its use lock, until after the last use of a copy: then nobody drops it.
 *   <li>If it is ready, that is all. It is ready once the server counts it as a template that nobody can connect to.
 *   <li>Else its make lock is taken, which one process has. If it is ready by then, that is all.
 *   <li>What is there under its name is half made: it is dropped. It is made anew, and the migrations run.
 *   <li>The very transaction that holds the make lock makes it ready. Where that one has ended, it never is.
 * </ol>
 */
final class TemplateDatabase {

    private static final Logger logger = LoggerFactory.getLogger(TemplateDatabase.class);
    private static final long BETWEEN_LOOKS = 50;

    private final DataSource application;
    private final Function<String, DataSource> databases;
    private final TemplateName name;

    TemplateDatabase(DataSource application, Function<String, DataSource> databases, TemplateName name) {
        this.application = application;
        this.databases = databases;
        this.name = name;
    }

    String name() {
        return name.text();
    }

    /**
     * Makes it, unless it is there.
     *
     * @param holder keeps it from being dropped
     * @throws TemplateNotReadyException where another process makes it for too long
     */
    void require(ScratchSession holder, Migrator migrator, List<String> targets) {
        Duration patience = migrator.settings().lockWait();
        await(() -> holder.share(name.useLock()), patience);
        if (isReady(holder)) {
            return;
        }
        try (ScratchSession maker = ScratchSession.open(application)) {
            await(() -> maker.hold(name.makeLock()), patience);
            if (!isReady(maker)) {
                make(maker, migrator, targets);
            }
        }
    }

    private boolean isReady(ScratchSession session) {
        return session.jdbc()
                .sql("SELECT EXISTS (SELECT FROM pg_database WHERE datname = ? AND datistemplate AND NOT datallowconn)")
                .param(name())
                .query(Boolean.class)
                .single();
    }

    private void make(ScratchSession maker, Migrator migrator, List<String> targets) {
        try (ScratchSession session = ScratchSession.open(application)) {
            DatabaseRemoval.drop(session, name());
            new DatabaseCreation(null, migrator.settings().role()).create(session, name());
            try {
                migrator.on(new ProvenDataSource(databases.apply(name()), name()), scripts -> scripts)
                        .upgrade(targets);
            } catch (RuntimeException exception) {
                DatabaseRemoval.drop(session, name());
                throw exception;
            }
            DatabaseOwner.asOwner(
                    maker,
                    name(),
                    () -> maker.execute("ALTER DATABASE %s WITH IS_TEMPLATE true ALLOW_CONNECTIONS false"
                            .formatted(Identifiers.quoted(name()))));
            maker.commit();
            logger.info("Made database '{}', a template with all migrations", name());
        }
        OldTemplates.drop(application, name);
    }

    private void await(BooleanSupplier lock, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!lock.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TemplateNotReadyException(name(), patience);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                throw new TemplateNotReadyException(name(), exception);
            }
        }
    }
}
