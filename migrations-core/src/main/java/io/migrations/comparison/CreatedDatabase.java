/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A database that is made for one use, under a {@link TemporaryName}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createdatabase.html">CREATE DATABASE</a>
 */
final class CreatedDatabase implements ScratchDatabase {

    private static final Logger logger = LoggerFactory.getLogger(CreatedDatabase.class);

    private final DataSource application;
    private final DataSource dataSource;
    private final String name;
    private final DatabaseCreation creation;
    private final ScratchSession holder;

    private CreatedDatabase(
            DataSource application,
            DataSource dataSource,
            String name,
            DatabaseCreation creation,
            ScratchSession holder) {
        this.application = application;
        this.dataSource = dataSource;
        this.name = name;
        this.creation = creation;
        this.holder = holder;
    }

    /** An empty one. */
    static CreatedDatabase open(DataSource application, Function<String, DataSource> databases, @Nullable String role) {
        ScratchSession holder = ScratchSession.open(application);
        try {
            TemporaryName name;
            do {
                name = TemporaryName.random(TemporaryName.SCRATCH);
            } while (!holder.hold(name.key()));
            return open(application, databases, name, new DatabaseCreation(null, role), holder);
        } catch (RuntimeException exception) {
            try (holder) {
                throw exception;
            }
        }
    }

    /**
     * One with a certain name.
     *
     * @param holder has the name's lock; it is closed with the database
     */
    static CreatedDatabase open(
            DataSource application,
            Function<String, DataSource> databases,
            TemporaryName name,
            DatabaseCreation creation,
            ScratchSession holder) {
        var created = new CreatedDatabase(
                application,
                new ProvenDataSource(databases.apply(name.text()), name.text()),
                name.text(),
                creation,
                holder);
        try (ScratchSession session = ScratchSession.open(application)) {
            DatabaseRemoval.dropAbandoned(session);
            creation.create(session, name.text());
        }
        return created;
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
            DatabaseRemoval.drop(session, name);
            creation.create(session, name);
        }
    }

    @Override
    public void close() {
        try (holder;
                ScratchSession session = ScratchSession.open(application)) {
            DatabaseRemoval.drop(session, name);
        } catch (DataAccessException exception) {
            logger.warn(
                    "Database '{}' could not be dropped; the next use does it: {}",
                    name,
                    exception.getMostSpecificCause().getMessage());
        }
    }
}
