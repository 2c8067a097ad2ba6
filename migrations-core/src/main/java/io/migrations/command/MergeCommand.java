/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.NewRevision;
import io.migrations.revision.Placement;
import io.migrations.revision.Target;
import io.migrations.script.Draft;
import io.migrations.script.SourceTree;
import io.migrations.script.SqlBody;
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

    @Option(names = "--splice", description = "Let it join what is no head, and so begin a branch.")
    private boolean splice;

    @Mixin
    private Writing writing = new Writing();

    @Override
    Report report() {
        SourceTree tree = writing.sources(application());
        NewRevision place =
                new Placement(targets(tree), splice, writing.labels(), List.of(), writing.id()).in(tree.graph());
        if (place.parents().size() < 2) {
            throw new NothingToMergeException(place.parents());
        }
        String description = message == null ? "merge " + String.join(" and ", place.parents()) : message;
        return writing.write(application(), tree, new Draft(writing.idOrRandom(), description, place, SqlBody.NOTHING));
    }

    /** Every head that keeps 'head' from meaning one; Alembic's 'heads' leaves out those that another depends on. */
    private List<Target> targets(SourceTree tree) {
        return heads.isEmpty()
                ? tree.graph().heads().stream()
                        .map(head -> Target.parse(head.id()))
                        .toList()
                : Target.parseAll(heads);
    }
}
