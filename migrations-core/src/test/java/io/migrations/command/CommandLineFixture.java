/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.comparison.ScratchSource;
import io.migrations.engine.Migrator;
import io.migrations.engine.MigratorSettings;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.JavaRevisions;
import io.migrations.script.ScriptLoader;
import io.migrations.sql.Placeholders;
import io.migrations.test.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The command line on a folder of scripts, with a database or without. */
final class CommandLineFixture {

    private final Path folder;
    private final DataSource dataSource;
    private List<String> targets = List.of("head");
    private Placeholders placeholders = Placeholders.none();
    private AuthoringSettings authoring;

    private CommandLineFixture(Path folder, DataSource dataSource) {
        this.folder = folder;
        this.dataSource = dataSource;
        this.authoring = authoring(folder, "file:" + folder);
    }

    /**
     * What came of a command.
     *
     * @param tree what was printed as JSON
     */
    record Result(
            int exitCode, String out, String err, @Nullable Object tree) {

        List<String> lines() {
            return out.lines().toList();
        }

        @SuppressWarnings("unchecked")
        Map<String, Object> json() {
            return (Map<String, Object>) java.util.Objects.requireNonNull(tree);
        }

        /** The values of a key of the revisions. */
        @SuppressWarnings("unchecked")
        List<Object> revisions(String key) {
            List<Object> values = new ArrayList<>();
            for (var revision : (List<Map<String, Object>>) java.util.Objects.requireNonNull(json().get("revisions"))) {
                values.add(revision.getOrDefault(key, "absent"));
            }
            return values;
        }
    }

    static CommandLineFixture on(TestDatabase database, Path folder) {
        return new CommandLineFixture(folder, database.dataSource());
    }

    /** Without a database: whoever asks for a connection fails. */
    static CommandLineFixture offline(Path folder) {
        return new CommandLineFixture(folder, new AbstractDataSource() {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                throw new java.sql.SQLException("no database is there");
            }

            @Override
            public java.sql.Connection getConnection(String user, String password) throws java.sql.SQLException {
                return getConnection();
            }
        });
    }

    /** As started in a project's folder, built from this location. */
    CommandLineFixture in(Path project, String location) {
        authoring = authoring(project, location);
        return this;
    }

    private static AuthoringSettings authoring(Path project, String location) {
        return new AuthoringSettings(
                project,
                List.of(location),
                null,
                AuthoringSettings.DEFAULT_FILE_NAME,
                CommandLineFixture.class.getClassLoader(),
                JavaRevisions.none());
    }

    CommandLineFixture target(String... typed) {
        targets = List.of(typed);
        return this;
    }

    CommandLineFixture placeholders(Map<String, String> values) {
        placeholders = Placeholders.of(values);
        return this;
    }

    CommandLineFixture script(String name, String... lines) {
        try {
            Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return this;
    }

    CommandLineFixture without(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
        return this;
    }

    /** A new migrator, as a new process would have. */
    Migrator migrator() {
        var loader =
                new ScriptLoader(List.of("file:" + folder), CommandLineFixture.class.getClassLoader(), placeholders);
        return new Migrator(dataSource, loader, MigratorSettings.defaults(), Clock.systemUTC());
    }

    Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var application = new RecordingApplication(migrator(), targets, authoring);
        Invocation invocation = Invocation.parse(
                List.of(arguments), new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false));
        int exitCode = invocation.answered().orElseGet(() -> invocation.run(application));
        return new Result(
                exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8), application.tree);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static final class RecordingApplication implements Application {

        private final Migrator migrator;
        private final List<String> targets;
        private final AuthoringSettings authoring;
        private @Nullable Object tree;

        RecordingApplication(Migrator migrator, List<String> targets, AuthoringSettings authoring) {
            this.migrator = migrator;
            this.targets = targets;
            this.authoring = authoring;
        }

        @Override
        public Migrator migrator() {
            return migrator;
        }

        @Override
        public List<String> targets() {
            return targets;
        }

        @Override
        public ScratchSource scratch() {
            var own = (PGSimpleDataSource) migrator.dataSource();
            return ScratchSource.beside(
                    java.util.Objects.requireNonNull(own.getUrl()), own.getUser(), own.getPassword());
        }

        @Override
        public AuthoringSettings authoring() {
            return authoring;
        }

        @Override
        public String json(Object printed) {
            tree = printed;
            return "{}";
        }

        @Override
        public Diagnosis diagnose(Throwable fault) {
            return new Diagnosis(String.valueOf(fault.getMessage()), null);
        }
    }
}
