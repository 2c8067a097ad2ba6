/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.docs;

import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.JavaRevisions;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A project as the pages tell of: sources that are built anew whenever somebody looks, and a database. */
record Project(Path root, DriverManagerDataSource database) {

    private static final String FOLDER = "db/migrations/";
    private static final List<String> LOCATION = List.of("classpath:db/migrations");

    static Project on(TestDatabase database, Path root) {
        return new Project(root, new DriverManagerDataSource(database.url(), database.username(), database.password()));
    }

    /** One that is never to ask its database. */
    static Project offline(Path root) {
        return new Project(root, new DriverManagerDataSource("jdbc:postgresql://localhost:1/none"));
    }

    Path folder() {
        return root.resolve("src/main/resources").resolve(FOLDER);
    }

    Project script(String name, String text) {
        try {
            Path file = folder().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Puts scripts that a page shows where it says they are, in the place of what a command has written there. */
    Project shown(String... files) {
        for (String file : files) {
            String name = file.substring(file.lastIndexOf(FOLDER) + FOLDER.length());
            removeEvenIfOfAnotherTime(name);
            script(name, Shown.of(file).text());
        }
        return this;
    }

    private void removeEvenIfOfAnotherTime(String name) {
        String anyTime = name.replaceFirst("^\\d{14}", "*");
        if (Files.exists(folder()) && !anyTime.equals(name)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder(), anyTime)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            }
        }
    }

    /** What a command has written, by the end of its path. */
    String written(String end) {
        try (var files = Files.walk(root)) {
            return Files.readString(files.filter(file -> file.toString().endsWith(end))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    Migrator migrator() {
        return new Migrator(
                database,
                new ScriptLoader(LOCATION, built(), Placeholders.none()),
                MigratorSettings.defaults(),
                Clock.systemUTC());
    }

    Console console() {
        return new Console(
                this::migrator,
                () -> new AuthoringSettings(
                        root,
                        LOCATION,
                        null,
                        AuthoringSettings.DEFAULT_FILE_NAME,
                        built(),
                        JavaRevisions.none(),
                        List.of("db.migrations")),
                ScratchSource.beside(
                        Objects.requireNonNull(database.getUrl()), database.getUsername(), database.getPassword()));
    }

    private ClassLoader built() {
        try {
            URL resources = root.resolve("src/main/resources/").toUri().toURL();
            return new URLClassLoader(new URL[] {resources}, ClassLoader.getPlatformClassLoader());
        } catch (MalformedURLException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
