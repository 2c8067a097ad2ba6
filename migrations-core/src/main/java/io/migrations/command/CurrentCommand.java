/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.engine.DatabaseAddress;
import io.migrations.engine.RepeatableStatus;
import io.migrations.revision.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code current}: where the database stands, as Alembic's {@code current} shows it. */
@Command(
        name = "current",
        description = {
            "Shows the revisions that the database is at.",
            "",
            "These are the heads of what is applied, and the ends of lines that are applied only because one of them"
                    + " depends on them."
        },
        exitCodeList = {
            "0:Done.",
            "1:Failed; the reason is on the error stream.",
            "2:The arguments make no sense; nothing was done.",
            "3:The database is not at the heads of this build (--check-heads)."
        },
        footer = {
            "  migrations current",
            "  migrations current -v",
            "  migrations current --check-heads",
            "",
            "JSON: heads (ids), atHeads, revisions; with -v also database, repeatables"
        })
final class CurrentCommand extends Subcommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show the database, and all that is known of each revision.")
    private boolean verbose;

    @Option(
            names = {"-c", "--check-heads"},
            description = "End with exit code 3 unless the database is at the heads of this build.")
    private boolean checkHeads;

    @Override
    Report report() {
        View view = View.ofDatabase(application().migrator());
        List<String> recorded = view.status().databaseHeads();
        Set<String> wanted =
                view.build().realHeads().stream().map(Revision::id).collect(Collectors.toUnmodifiableSet());
        boolean atHeads = Set.copyOf(recorded).equals(wanted);
        if (checkHeads && !atHeads) {
            terminal().err().println("The database is not at the heads of this build.");
        }
        Supplier<String> database = () -> DatabaseAddress.of(application().migrator());
        return new Report(
                () -> text(view, database),
                () -> json(view, atHeads, database),
                checkHeads && !atHeads ? ExitCode.FOUND : ExitCode.DONE);
    }

    @Override
    List<String> notes() {
        return Sources.note(application());
    }

    private String text(View view, Supplier<String> database) {
        List<Revision> tips = view.tips();
        String lines = tips.isEmpty()
                ? "No revision is applied."
                : verbose
                        ? new RevisionEntry(view).of(tips)
                        : tips.stream().map(new RevisionLine(view)::brief).collect(Collectors.joining("\n"));
        return verbose
                ? "Database:       %s%n%n%s%s"
                        .formatted(
                                database.get(), lines, repeatables(view.status().repeatables()))
                : lines;
    }

    private static String repeatables(List<RepeatableStatus> repeatables) {
        return repeatables.isEmpty()
                ? ""
                : repeatables.stream()
                        .map(script -> Words.inline(script.name()) + " ("
                                + script.state().name().toLowerCase(Locale.ROOT) + ")")
                        .collect(Collectors.joining(", ", "\n\nRepeatables:    ", ""));
    }

    private Map<String, ?> json(View view, boolean atHeads, Supplier<String> database) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (verbose) {
            tree.put("database", database.get());
        }
        tree.put("heads", view.status().databaseHeads());
        tree.put("atHeads", atHeads);
        tree.put("revisions", new RevisionJson(view).of(view.tips()));
        if (verbose) {
            tree.put(
                    "repeatables",
                    view.status().repeatables().stream()
                            .map(script -> Map.of(
                                    "name", script.name(),
                                    "state", script.state().name().toLowerCase(Locale.ROOT)))
                            .toList());
        }
        return tree;
    }
}
