/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Resolver;
import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import io.migrations.revision.Target;
import io.migrations.script.SourceTree;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code edit}: opens a revision's files, as Alembic's {@code edit}. */
@Command(
        name = "edit",
        description = {
            "Opens the source of a revision in an editor.",
            "",
            "The environment variable VISUAL, or else EDITOR, names it. No database is needed, except for 'current'."
        },
        footer = {"  migrations edit head", "  migrations edit 4f1c", "", "JSON: revisions, files, heads"})
final class EditCommand extends Subcommand {

    @Parameters(
            paramLabel = "REV",
            description = "The revision: an id or its first characters, 'head', 'heads', 'current', 'head-1'.")
    private String revision = "";

    @Override
    Report report() {
        SourceTree tree = SourceTree.read(application().authoring(), null);
        Target target = Target.parse(revision);
        List<Revision> revisions = resolver(tree.graph(), target).resolve(target);
        List<Path> files = revisions.stream()
                .flatMap(found -> tree.filesOf(found.id()).stream())
                .toList();
        if (files.isEmpty()) {
            throw EditorException.noFile(
                    revision, revisions.stream().map(Revision::source).toList());
        }
        int ended = Editor.of(System.getenv()).open(files);
        if (ended != 0) {
            throw EditorException.failed(ended);
        }
        return Report.of(
                () -> "Edited "
                        + String.join(", ", files.stream().map(tree::display).toList()),
                () -> json(tree, revisions, files));
    }

    private Resolver resolver(RevisionGraph graph, Target target) {
        return "current".equals(target.word())
                ? new Resolver(graph, application().migrator().status().databaseHeads())
                : new Resolver(graph);
    }

    private static Map<String, ?> json(SourceTree tree, List<Revision> revisions, List<Path> files) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("revisions", revisions.stream().map(Revision::id).toList());
        json.put("files", files.stream().map(tree::display).toList());
        json.put(
                "heads",
                tree.graph().heads().stream().map(Revision::id).sorted().toList());
        return json;
    }
}
