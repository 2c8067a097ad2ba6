/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.sample;

import static org.awaitility.Awaitility.await;

import io.migrations.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jar as a process of its own, on a database of the test's; stopped when closed. */
final class PackagedApplication implements AutoCloseable {

    private static final Pattern WELCOME = Pattern.compile("Orders +(http://localhost:\\d+)/orders");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;

    private PackagedApplication(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static PackagedApplication start(TestDatabase database, String... arguments) {
        return start(PackagedJar.trained(), database, arguments);
    }

    /** Of another build. */
    static PackagedApplication start(Path jar, TestDatabase database, String... arguments) {
        return start(List.of("-jar", jar.toString()), database, arguments);
    }

    private static PackagedApplication start(List<String> jvm, TestDatabase database, String... arguments) {
        List<String> all = new ArrayList<>(PackagedJar.database(database));
        all.addAll(List.of(arguments));
        return start(jvm, all);
    }

    /** On its embedded server. */
    static PackagedApplication start(String... arguments) {
        return start(PackagedJar.trained(), List.of(arguments));
    }

    private static PackagedApplication start(List<String> jvm, List<String> arguments) {
        List<String> command = PackagedJar.command(jvm, "--server.port=0");
        command.addAll(arguments);
        try {
            Path log = Files.createTempFile("sample-app", ".log");
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new PackagedApplication(process, log);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Returns as soon as the application says where it serves. */
    URI awaitUp() {
        return URI.create(await().atMost(PATIENCE)
                .failFast(this::requireAlive)
                .until(() -> WELCOME.matcher(log()), Matcher::find)
                .group(1));
    }

    /** Returns what an application has said that does not come up, when it has ended. */
    String awaitRefused() {
        await().atMost(PATIENCE)
                .until(() -> !process.isAlive() || WELCOME.matcher(log()).find());
        if (process.isAlive() || process.exitValue() == 0) {
            throw new AssertionError("The application came up:\n" + log());
        }
        return log();
    }

    /** Whether it serves by now. */
    boolean isUp() {
        requireAlive();
        return WELCOME.matcher(log()).find();
    }

    private void requireAlive() {
        if (!process.isAlive()) {
            throw new AssertionError("The application ended:\n" + log());
        }
    }

    /** The body of a page that is there. */
    String get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(awaitUp().resolve(path)).build();
        var response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError("%s answers %d: %s".formatted(path, response.statusCode(), response.body()));
        }
        return response.body();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                kill();
                throw new AssertionError("The application did not stop within 20 seconds:\n" + log());
            }
            Files.delete(log);
        } catch (InterruptedException exception) {
            Thread.currentThread().interrupt();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
