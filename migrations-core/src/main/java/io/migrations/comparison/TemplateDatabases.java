/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Migrated databases in milliseconds, for tests: the migrations run once, in a template, and every test gets a copy of it.
 * The template stays on the server; its name is a checksum over all revisions, repeatable scripts and hooks, the values of
 * their placeholders and what else decides what is in it, so that whatever changes makes another one. Immutable, so safe
 * for use by several threads; several processes may use one server.
 */
public final class TemplateDatabases {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final boolean serverWide;

    private TemplateDatabases(String url, @Nullable String user, @Nullable String password, boolean serverWide) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.serverWide = serverWide;
    }

    /**
     * On the server of a database, with its encoding, collation and settings. Nothing is done to that database. The user, or
     * the role of the migrations, needs the right to create databases.
     *
     * @param url of the application's database
     */
    public static TemplateDatabases beside(String url, @Nullable String user, @Nullable String password) {
        return new TemplateDatabases(url, user, password, false);
    }

    /**
     * The same, where migrations may change what the whole server shares, such as roles. By default such a statement is
     * refused before it runs: it would run once for each template, and outlive them all.
     */
    public TemplateDatabases withServerWideStatements() {
        return new TemplateDatabases(url, user, password, true);
    }

    /** A name that a copy can have, known before there is one. */
    public static String newName() {
        return TemporaryName.random(TemporaryName.COPY).text();
    }

    /** As {@link #copy(Migrator, List, String)}, of all that a build has. */
    public MigratedCopy copy(Migrator migrator) {
        return copy(migrator, List.of("heads"), newName());
    }

    /**
     * A new database with all migrations. The migrator's own database is not asked anything.
     *
     * @param migrator whose scripts and settings count
     * @param targets how far the migrations go
     * @param name one that was {@linkplain #newName() made} for it
     * @throws ScratchRefusedException where the server does not let this user have databases
     * @throws TemplateNotReadyException where another process makes the template for too long
     * @throws io.migrations.MigrationException where the migrations fail; then there is no template
     */
    public MigratedCopy copy(Migrator migrator, List<String> targets, String name) {
        TemporaryName copy = TemporaryName.parse(name);
        DataSource application = PlainDataSource.of(url, user, password);
        Function<String, DataSource> databases = database ->
                PlainDataSource.of(DatabaseUrl.of(url).withDatabase(database).text(), user, password);
        ScratchSession holder = ScratchSession.open(application);
        try {
            if (!holder.hold(copy.key())) {
                throw new IllegalArgumentException("The name '%s' is in use. Take another one.".formatted(name));
            }
            var template = new TemplateDatabase(
                    application,
                    database -> ConfinedDataSource.unless(serverWide, databases.apply(database)),
                    TemplateChecksum.of(migrator, targets, holder));
            template.require(holder, migrator, targets);
            var creation =
                    new DatabaseCreation(template.name(), migrator.settings().role());
            return new MigratedCopy(
                    CreatedDatabase.open(application, databases, copy, creation, holder),
                    template.name(),
                    DatabaseUrl.of(url).withDatabase(name).text(),
                    user,
                    password);
        } catch (RuntimeException exception) {
            try (holder) {
                throw exception;
            }
        }
    }
}
