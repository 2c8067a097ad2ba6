/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs scripts through psql, and reads from its session log what it sent. */
public final class Psql {

    /** How a script ended: psql's exit code, and what it printed, errors included. */
    public record Run(int exitCode, String output) {}

    /** How psql frames a query in its log; the second form is that of psql 17 and later. */
    private static final Pattern LOGGED = Pattern.compile(
            "(?:\\*{9} QUERY \\*{10}\\n(.*?)\\n\\*{26}\\n)|(?:/\\*{8} QUERY \\*{9}/\\n(.*?)\\n/\\*{24}/\\n)",
            Pattern.DOTALL);

    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    private final TestDatabase database;
    private final Path folder;

    public Psql(TestDatabase database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    /** Whether there is one that sends comments, too, as the engine does. */
    public static boolean isInstalled() {
        return version() >= 15;
    }

    /** Its major version; 0 where there is none. */
    public static int version() {
        try {
            Process process = new ProcessBuilder("psql", "--version")
                    .redirectErrorStream(true)
                    .start();
            Matcher version =
                    VERSION.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor() == 0 && version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException exception) {
            return 0;
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** The queries that psql sends for that script, failing ones included. */
    public List<String> sent(String script) {
        try {
            Path file = folder.resolve("script.sql");
            Path log = folder.resolve("session.log");
            Files.writeString(file, script);
            Files.deleteIfExists(log);
            run(file, log);
            List<String> queries = new ArrayList<>();
            Matcher matcher = LOGGED.matcher(Files.readString(log));
            while (matcher.find()) {
                queries.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
            return queries;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    /** Runs a script, the way the documentation says. */
    public Run run(String script, String... arguments) {
        try {
            Path file = folder.resolve("offline.sql");
            Files.writeString(file, script);
            List<String> all = new ArrayList<>(List.of(arguments));
            all.addAll(List.of("-f", file.toString()));
            return start(all);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(exception);
        }
    }

    private void run(Path file, Path log) throws IOException, InterruptedException {
        start(List.of("-q", "-L", log.toString(), "-f", file.toString()));
    }

    private Run start(List<String> arguments) throws IOException, InterruptedException {
        PostgresServer server = PostgresServer.shared();
        List<String> command = new ArrayList<>(List.of("psql", "-X", "-w", "-h", server.host()));
        command.addAll(List.of("-p", String.valueOf(server.port()), "-U", server.username(), "-d", database.name()));
        command.addAll(arguments);
        Path output = Files.createTempFile(folder, "psql", ".out");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("PGPASSWORD", server.password());
        builder.environment().put("PGCLIENTENCODING", "UTF8");
        Process process = builder.start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("psql does not end");
        }
        return new Run(process.exitValue(), Files.readString(output));
    }
}
