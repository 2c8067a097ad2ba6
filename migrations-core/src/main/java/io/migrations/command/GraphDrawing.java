/* SPDX-License-Identifier: Apache-2.0 */
package io.migrations.command;

import io.migrations.revision.Revision;
import io.migrations.revision.RevisionGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A graph as lines of text, newest revision first, in the manner of {@code git log --graph}. */
final class GraphDrawing {

    private GraphDrawing() {}

    /**
     * Draws a graph.
     *
     * @param text what stands right of a revision; cut where the line would be too wide
     */
    static List<String> of(RevisionGraph graph, Function<Revision, String> text) {
        var lanes = new Lanes();
        List<String> lines = new ArrayList<>();
        for (Revision revision : DrawingOrder.of(graph)) {
            Lanes.Rows rows = lanes.draw(revision);
            lines.addAll(rows.before());
            String node = rows.node();
            lines.add((node + Layout.cut(text.apply(revision), Layout.WIDTH - node.length())).stripTrailing());
            lines.addAll(rows.after());
        }
        return lines;
    }
}
