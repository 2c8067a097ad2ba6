/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code branches}: where lines of revisions part. */
@Command(
        name = "branches",
        description = {
            "Shows the revisions that several others revise.",
            "",
            "Each branch point is followed by the revisions that revise it. No database is needed."
        },
        footer = {"  migrations branches", "", "JSON: branches (revisions, each with children, which are revisions)"})
final class BranchesCommand extends Subcommand {

    @Option(
            names = {"-v", "--verbose"},
            description = "Show all that is known of each branch point.")
    private boolean verbose;

    @Override
    Report report() {
        View view = View.ofBuild(application().migrator());
        List<Revision> points = view.graph().branchPoints();
        return Report.of(
                () -> points.isEmpty()
                        ? "No revision is revised by several others."
                        : points.stream()
                                .map(point -> text(view, point))
                                .collect(Collectors.joining(verbose ? "\n\n" : "\n")),
                () -> Map.of(
                        "branches",
                        points.stream().map(point -> json(view, point)).toList()));
    }

    private String text(View view, Revision point) {
        var line = new RevisionLine(view);
        String children = view.graph().children(point).stream()
                .map(child -> "\n" + line.child(child))
                .collect(Collectors.joining());
        return (verbose ? new RevisionEntry(view).of(List.of(point)) : line.point(point)) + children;
    }

    private static Map<String, Object> json(View view, Revision point) {
        var json = new RevisionJson(view);
        Map<String, Object> tree = new LinkedHashMap<>(json.of(point));
        tree.put("children", json.of(view.graph().children(point)));
        return tree;
    }
}
