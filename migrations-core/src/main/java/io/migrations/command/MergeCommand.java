/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.NewRevision;
import io.migrations.revision.Placement;
import io.migrations.revision.Target;
import io.migrations.script.Draft;
import io.migrations.script.SourceTree;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code merge}: joins heads, as Alembic's {@code merge}. */
@Command(
        name = "merge",
        description = {
            "Joins heads by a revision that revises all of them.",
            "",
            "Its file is complete as it is, and may be filled in. No database is needed."
        },
        footer = {
            "  migrations merge",
            "  migrations merge 4f1c billing@head -m \"billing joins\"",
            "",
            "JSON: revision, file, parents, heads"
        })
final class MergeCommand extends Subcommand {

    @Parameters(arity = "0..*", paramLabel = "REV", description = "The heads to join, all of them by default.")
    private List<String> heads = new ArrayList<>();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What it is for; by default the heads it joins.")
    private @Nullable String message;

    @Mixin
    private Writing writing = new Writing();

    @Override
    Report report() {
        SourceTree tree = writing.sources(application());
        List<Target> targets = heads.isEmpty() ? List.of(Target.HEADS) : Target.parseAll(heads);
        NewRevision place = new Placement(targets, false, writing.labels(), List.of(), writing.id()).in(tree.graph());
        if (place.parents().size() < 2) {
            throw new NothingToMergeException(place.parents());
        }
        String description = message == null ? "merge " + String.join(" and ", place.parents()) : message;
        return writing.write(application(), tree, new Draft(writing.idOrRandom(), description, place, true));
    }
}
