/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A folder with two schemas, {@code a.sql} and {@code b.sql}, and notes on what is expected between them: rows to {@code seed}
 * the first with, what to {@code check} in the second, and what once it has come {@code back}.
 */
record DiffCase(String name, String before, String after, Map<String, String> notes) {

    /** Of our own pairs the build takes every so many, to stay short. */
    private static final int STEP = 3;

    private static final String EVERY = "all";

    /**
     * Those kept with the tests, of our own a sample; with {@code -Dmigrations.test.diff-cases=all} every one, with a folder,
     * relative to the project's root, those of that.
     */
    static Stream<DiffCase> all() {
        try (Stream<Path> folders = Files.list(folder())) {
            List<DiffCase> cases = folders.filter(Files::isDirectory)
                    .sorted()
                    .map(DiffCase::read)
                    .toList();
            return chosen().isEmpty() ? sample(cases) : cases.stream();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Stream<DiffCase> sample(List<DiffCase> cases) {
        return IntStream.range(0, cases.size())
                .filter(i -> i % STEP == 0 || !cases.get(i).name().startsWith("own-"))
                .mapToObj(cases::get);
    }

    private static String chosen() {
        return System.getProperty("migrations.test.diff-cases", "");
    }

    private static Path folder() {
        String chosen = chosen();
        try {
            return chosen.isEmpty() || chosen.equals(EVERY)
                    ? Path.of(DiffCase.class.getResource("/schema/diff-cases").toURI())
                    : Path.of(System.getProperty("migrations.test.root", "")).resolve(chosen);
        } catch (URISyntaxException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private static DiffCase read(Path folder) {
        try {
            Map<String, String> notes = new HashMap<>();
            for (String line : Files.readAllLines(folder.resolve("notes.txt"))) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    notes.merge(
                            line.substring(0, colon), line.substring(colon + 2), (one, other) -> one + "\n" + other);
                }
            }
            return new DiffCase(
                    folder.getFileName().toString(),
                    Files.readString(folder.resolve("a.sql")),
                    Files.readString(folder.resolve("b.sql")),
                    notes);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    String note(String key) {
        return notes.getOrDefault(key, "");
    }

    int minimumVersion() {
        return Integer.parseInt(notes.getOrDefault("min_pg", "14"));
    }

    /** Whether a person has to say what is meant. */
    boolean isAmbiguous() {
        return note("hazard").contains("ambiguous");
    }

    /** Whether a tool may say that it does not do this. */
    boolean mayBeRefused() {
        return notes.containsKey("may_refuse");
    }

    @Override
    public String toString() {
        return name;
    }
}
