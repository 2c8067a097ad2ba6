/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code heads}: the heads of this build's revisions. */
@Command(
        name = "heads",
        description = {
            "Shows the heads of this build's revisions.",
            "",
            "A head is a revision that no other revises. One that another depends on is an effective head: the database"
                    + " records it only as long as that other one is not applied. No database is needed."
        },
        exitCodeList = {
            "0:Done.",
            "1:Failed; the reason is on the error stream.",
            "2:The arguments make no sense; nothing was done.",
            "3:The heads are not those of the file (--check)."
        },
        footer = {
            "  migrations heads",
            "  migrations heads -v --resolve-dependencies",
            "  migrations heads --check src/main/resources/db/migrations/heads.txt",
            "",
            "JSON: heads (ids), revisions"
        })
final class HeadsCommand extends Subcommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show all that is known of each.")
    private boolean verbose;

    @Option(names = "--resolve-dependencies", description = "Leave out heads that another revision depends on.")
    private boolean resolveDependencies;

    @Option(
            names = "--check",
            paramLabel = "FILE",
            description =
                    "End with exit code 3 unless the heads are those of this file, the 'heads.txt' of the sources.")
    private @Nullable Path check;

    @Override
    Report report() {
        View view = View.ofBuild(application().migrator());
        RevisionGraph graph = view.graph();
        if (check != null) {
            return new HeadsCheck(graph, check).report();
        }
        List<Revision> heads = resolveDependencies ? graph.realHeads() : graph.heads();
        return Report.of(
                () -> verbose
                        ? new RevisionEntry(view).of(heads)
                        : heads.stream().map(new RevisionLine(view)::brief).collect(Collectors.joining("\n")),
                () -> Map.of(
                        "heads", heads.stream().map(Revision::id).toList(),
                        "revisions", new RevisionJson(view).of(heads)));
    }

    @Override
    List<String> notes() {
        return Sources.note(application());
    }
}
