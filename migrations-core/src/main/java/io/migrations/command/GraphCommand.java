/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code graph}: a picture of the revisions. */
@Command(
        name = "graph",
        description = {
            "Draws the revisions and what each revises, newest on top.",
            "",
            "In text, dependencies are named beside a revision; in the other formats they are dashed. No database is"
                    + " needed, unless -i is given."
        },
        footer = {
            "  migrations graph -i",
            "  migrations graph --format mermaid > revisions.mmd",
            "  migrations graph --format dot | dot -Tsvg > revisions.svg",
            "",
            "JSON: revisions, in the order they are drawn"
        })
final class GraphCommand extends Subcommand {

    /** What the picture is made of; in lower case, as it is typed. */
    enum Format {
        text,
        mermaid,
        dot
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE} unless given).")
    private Format format = Format.text;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database, and mark where it stands and what is pending.")
    private boolean indicateCurrent;

    @Override
    Report report() {
        View view = View.of(application().migrator(), indicateCurrent);
        return Report.of(
                () -> switch (format) {
                    case text -> String.join("\n", GraphDrawing.of(view.graph(), new RevisionLine(view)::node));
                    case mermaid -> new MermaidGraph(view).toString();
                    case dot -> new DotGraph(view).toString();
                },
                () -> Map.of("revisions", new RevisionJson(view).of(DrawingOrder.of(view.graph()))));
    }
}
