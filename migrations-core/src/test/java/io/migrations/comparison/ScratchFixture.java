/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A folder of scripts, a database, and where scratch databases come from. */
record ScratchFixture(TestDatabase database, Path folder) {

    ScratchFixture script(String name, String text) {
        try {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return this;
    }

    ScratchFixture without(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return this;
    }

    Migrator migrator() {
        return migrator(MigratorSettings.defaults());
    }

    Migrator migrator(MigratorSettings settings) {
        var loader =
                new ScriptLoader(List.of("file:" + folder), ScratchFixture.class.getClassLoader(), Placeholders.none());
        return new Migrator(database.dataSource(), loader, settings, Clock.systemUTC());
    }

    ScratchSource scratch() {
        return ScratchSource.beside(database.url(), database.username(), database.password());
    }

    /** The scratch databases that the server has. */
    List<String> scratchDatabases() {
        return database.jdbc()
                .sql("SELECT datname FROM pg_database WHERE datname LIKE 'migrations\\_scratch\\_%'")
                .query(String.class)
                .list();
    }

    Verification verify() {
        return MigrationVerifier.of(migrator(), scratch()).verify();
    }
}
