/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.Migrator;
import io.migrations.script.AuthoringSettings;
import io.migrations.script.JavaRevisions;
import io.migrations.script.SourceTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project folder in which commands run that need no database, and what they said. */
final class WritingProject {

    private final Path root;
    private final AuthoringSettings settings;
    private String out = "";
    private String err = "";

    WritingProject(Path root, String... locations) {
        this.root = root;
        this.settings = new AuthoringSettings(
                root,
                locations.length == 0 ? List.of("classpath:db/migrations") : List.of(locations),
                null,
                AuthoringSettings.DEFAULT_FILE_NAME,
                ClassLoader.getPlatformClassLoader(),
                JavaRevisions.none());
    }

    /** Runs a command; returns its exit code. */
    int run(String... arguments) {
        var outBytes = new ByteArrayOutputStream();
        var errBytes = new ByteArrayOutputStream();
        var terminal = new Terminal(
                InputStream.nullInputStream(),
                new PrintStream(outBytes, true, StandardCharsets.UTF_8),
                new PrintStream(errBytes, true, StandardCharsets.UTF_8),
                false);
        Invocation invocation = Invocation.parse(List.of(arguments), terminal);
        int exitCode = invocation.answered().orElseGet(() -> invocation.run(new InProject(settings)));
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return exitCode;
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }

    SourceTree tree() {
        return SourceTree.read(settings, null);
    }

    Path folder() {
        return root.resolve("src/main/resources/db/migrations");
    }

    void write(String name, String text) {
        try {
            Path file = folder().resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private record InProject(AuthoringSettings authoring) implements Application {

        @Override
        public Migrator migrator() {
            throw new AssertionError("A command that writes needs no database");
        }

        @Override
        public List<String> targets() {
            return List.of("head");
        }

        @Override
        public String json(Object tree) {
            return tree.toString();
        }

        @Override
        public Diagnosis diagnose(Throwable fault) {
            return new Diagnosis(String.valueOf(fault.getMessage()), null);
        }
    }
}
