/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.comparison;

import io.migrations.MigrationException;
import io.migrations.comparison.VerificationFinding.Kind;
import io.migrations.sql.SqlScript;
import io.migrations.sql.Statement;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;

/** Rows for the tables that revisions make. Each statement runs once, in order, as soon as it can. */
final class SeedRows {

    private static final Pattern SECTION =
            Pattern.compile("^--[ \\t]*After:[ \\t]*(\\S+)[ \\t]*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);

    /** What a statement fails with that comes too early: no such table, column, schema, function or type. */
    private static final Set<String> TOO_EARLY = Set.of("42P01", "42703", "3F000", "42883", "42704");

    private record Seed(@Nullable String after, String sql) {}

    private final List<Seed> waiting;
    private final Map<String, List<String>> done = new LinkedHashMap<>();
    private String obstacle = "";

    private SeedRows(List<Seed> waiting) {
        this.waiting = waiting;
    }

    static SeedRows none() {
        return new SeedRows(new ArrayList<>());
    }

    /**
     * Reads a script.
     *
     * @throws InvalidSeedException where it is none
     */
    static SeedRows parse(String text) {
        List<Seed> seeds = new ArrayList<>();
        Matcher section = SECTION.matcher(text);
        String after = null;
        int start = 0;
        while (section.find()) {
            add(seeds, after, text.substring(start, section.start()));
            after = section.group(1);
            start = section.end();
        }
        add(seeds, after, text.substring(start));
        return new SeedRows(seeds);
    }

    private static void add(List<Seed> seeds, @Nullable String after, String text) {
        SqlScript script = SqlScript.parse(text);
        script.faults().stream().findFirst().ifPresent(fault -> {
            throw new InvalidSeedException(fault.toString());
        });
        for (Statement statement : script.statements()) {
            seeds.add(new Seed(after, statement.text()));
        }
    }

    /** A script that cannot be read. */
    static final class InvalidSeedException extends MigrationException {

        InvalidSeedException(String fault) {
            super("The rows to verify with cannot be read: " + fault);
        }

        InvalidSeedException(Path file, Exception cause) {
            super("The rows to verify with cannot be read from '%s': %s".formatted(file, reason(cause)), cause);
        }

        private static String reason(Exception cause) {
            return cause instanceof NoSuchFileException
                    ? "there is no such file. Correct '--data'."
                    : String.valueOf(cause.getMessage());
        }
    }

    boolean isEmpty() {
        return waiting.isEmpty() && done.isEmpty();
    }

    /** Runs what a revision has made possible. */
    List<VerificationFinding> insert(DataSource database, String revision, @Nullable String role) {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<VerificationFinding> findings = new ArrayList<>();
        try (ScratchSession session = session(database, role)) {
            boolean held = false;
            for (Seed seed : List.copyOf(waiting)) {
                boolean due = seed.after() == null ? !held : seed.after().equals(revision);
                if (!due) {
                    continue;
                }
                try {
                    session.execute(seed.sql());
                    waiting.remove(seed);
                    done.computeIfAbsent(revision, id -> new ArrayList<>()).add(seed.sql());
                } catch (DataAccessException exception) {
                    if (seed.after() == null && isTooEarly(exception)) {
                        obstacle = message(exception);
                        held = true;
                    } else {
                        waiting.remove(seed);
                        findings.add(failed(revision, seed, message(exception)));
                    }
                }
            }
        }
        return findings;
    }

    /** Runs again what ran after a revision. */
    void repeat(DataSource database, String revision, @Nullable String role) {
        List<String> statements = done.getOrDefault(revision, List.of());
        if (!statements.isEmpty()) {
            try (ScratchSession session = session(database, role)) {
                statements.forEach(session::execute);
            }
        }
    }

    /** What never could run. */
    List<VerificationFinding> left(Set<String> tried) {
        return waiting.stream()
                .map(seed -> failed("", seed, reason(seed, tried)))
                .toList();
    }

    private String reason(Seed seed, Set<String> tried) {
        String after = seed.after();
        if (after == null) {
            return obstacle;
        }
        return tried.contains(after)
                ? "Revision '%s', after which it was to run, could not be tried.".formatted(after)
                : "It is to run after revision '%s', which is not among those that were tried.".formatted(after);
    }

    private static VerificationFinding failed(String revision, Seed seed, String message) {
        return new VerificationFinding(
                revision,
                Kind.DATA_FAILED,
                revision.isEmpty()
                        ? "A statement of the rows to verify with could never run."
                        : "After revision '%s', a statement of the rows to verify with failed.".formatted(revision),
                seed.sql().strip() + (message.isEmpty() ? "" : "\n" + message));
    }

    private static ScratchSession session(DataSource database, @Nullable String role) {
        ScratchSession session = ScratchSession.open(database);
        session.takeOn(role);
        return session;
    }

    private static boolean isTooEarly(DataAccessException exception) {
        return exception.getMostSpecificCause() instanceof SQLException cause
                && TOO_EARLY.contains(String.valueOf(cause.getSQLState()));
    }

    private static String message(DataAccessException exception) {
        return String.valueOf(exception.getMostSpecificCause().getMessage());
    }
}
