/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A run of {@code java -jar sample-app.jar migrations ...} as a process of its own, and what came of it. */
record CommandRun(int exitCode, String out, String err) {

    private static final int PATIENCE_SECONDS = 90;

    /** Runs a command on a database, with nobody at the keyboard. */
    static CommandRun of(TestDatabase database, String... arguments) {
        return new Setting().on(database).run(arguments);
    }

    /** A run in a working directory, without a database unless one is added. */
    static Setting in(Path folder) {
        return new Setting().in(folder);
    }

    /** The result of a command with {@code --json}: the whole standard output, or this fails. */
    JsonNode json() {
        return new JsonMapper().readTree(out);
    }

    /** What a run finds around itself. */
    static final class Setting {

        private @Nullable Path folder;
        private @Nullable TestDatabase database;
        private String typed = "";
        private Map<String, String> environment = Map.of();
        private List<String> jvm = PackagedJar.trained();

        Setting in(Path workingDirectory) {
            folder = workingDirectory;
            return this;
        }

        Setting on(TestDatabase other) {
            database = other;
            return this;
        }

        /** What is on the standard input, which is a pipe in any case. */
        Setting typing(String text) {
            typed = text;
            return this;
        }

        /** Variables of the environment, besides those of this process. */
        Setting with(Map<String, String> variables) {
            environment = variables;
            return this;
        }

        /** The jar as it is delivered. */
        Setting packaged() {
            return jvm(List.of("-jar", PackagedJar.jar().toString()));
        }

        /** In place of {@code -jar} and the jar. */
        Setting jvm(List<String> arguments) {
            jvm = arguments;
            return this;
        }

        /** Runs {@code migrations} with these arguments. */
        CommandRun run(String... arguments) {
            List<String> command = new ArrayList<>(PackagedJar.command(jvm, "migrations"));
            command.addAll(List.of(arguments));
            if (database != null) {
                command.addAll(PackagedJar.database(database));
            }
            try {
                return run(command);
            } catch (IOException exception) {
                throw new UncheckedIOException(exception);
            } catch (InterruptedException exception) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(exception);
            }
        }

        private CommandRun run(List<String> command) throws IOException, InterruptedException {
            // Files, as nobody would have to read two pipes at a time.
            Path out = Files.createTempFile("command", ".out");
            Path err = Files.createTempFile("command", ".err");
            Path in = Files.writeString(Files.createTempFile("command", ".in"), typed);
            try {
                var builder = new ProcessBuilder(command);
                builder.environment().putAll(environment);
                Process process = builder.directory(folder == null ? null : folder.toFile())
                        .redirectInput(in.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (!ended) {
                    process.destroyForcibly().waitFor();
                }
                var run = new CommandRun(process.exitValue(), read(out), read(err));
                if (!ended) {
                    throw new AssertionError("Did not end within %d s: %s".formatted(PATIENCE_SECONDS, run));
                }
                return run;
            } finally {
                for (Path file : List.of(in, out, err)) {
                    Files.delete(file);
                }
            }
        }

        private static String read(Path file) throws IOException {
            // Not readString, which fails on what is not UTF-8: the error stream is whatever the platform says.
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        }
    }
}
