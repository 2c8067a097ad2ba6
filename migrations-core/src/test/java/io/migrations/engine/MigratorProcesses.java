/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.engine;

import io.migrations.test.TestDatabase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Several processes that wait to upgrade something together, again and again: starting them is what takes time. */
final class MigratorProcesses implements AutoCloseable {

    /**
     * What came of an upgrade.
     *
     * @param how {@code came up}, or the name of the fault
     * @param ran the revisions that this process ran
     * @param waitedFor who it said that it waits for
     */
    record Outcome(String how, List<String> ran, String waitedFor) {

        static Outcome parse(String line) {
            String[] parts = line.split("\t", -1);
            return new Outcome(parts[1], parts[2].isEmpty() ? List.of() : List.of(parts[2].split(",", -1)), parts[3]);
        }
    }

    private final List<Process> processes = new ArrayList<>();
    private final List<BufferedReader> outputs = new ArrayList<>();

    private MigratorProcesses(int number) throws IOException {
        for (int i = 0; i < number; i++) {
            Process process = MigratorProcess.builder(List.of())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            processes.add(process);
            outputs.add(process.inputReader(StandardCharsets.UTF_8));
        }
        outputs.forEach(MigratorProcesses::next);
    }

    /** Returns as soon as all can begin. */
    static MigratorProcesses start(int number) {
        try {
            return new MigratorProcesses(number);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Tells all of them at once, and does not wait for them. */
    void begin(TestDatabase database, Path folder, LockMode mode) {
        String task = String.join(
                "\t", database.url(), database.username(), database.password(), folder.toString(), mode.name());
        for (Process process : processes) {
            var input = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8));
            input.println(task);
            input.flush();
        }
    }

    /** Waits for all of them. */
    List<Outcome> outcomes() {
        return outputs.stream().map(MigratorProcesses::next).map(Outcome::parse).toList();
    }

    private static String next(BufferedReader output) {
        try {
            String line = output.readLine();
            while (line != null && !line.startsWith(MigratorProcess.OUTCOME)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IllegalStateException("A process ended by itself.");
            }
            return line;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
